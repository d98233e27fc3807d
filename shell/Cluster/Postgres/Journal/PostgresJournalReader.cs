using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>
/// Reads a <see cref="PostgresJournal"/>: from memory where it holds the position, else from the server, a megabyte or
/// a row at a time. Waits while the server is away. Allocates nothing a record.
/// </summary>
internal sealed class PostgresJournalReader(PostgresJournal journal, long position) : JournalReader
{
    private const int ChunkBytes = 1024 * 1024;

    private TailPage? _page;
    private byte[] _chunk = [];
    private byte[] _bytes = [];
    private long _start = position;
    private long _limit = position;
    private long _position = position;
    private bool _disposed;

    /// <inheritdoc/>
    public override long Position => _position;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The position was trimmed before it was read.</exception>
    /// <exception cref="IOException">The server is away and the node stops.</exception>
    public override bool TryRead(out EventHeader header, out ReadOnlySpan<byte> payload)
    {
        while (_position < _limit || TryAdvance())
        {
            ReadOnlySpan<byte> rest = _bytes.AsSpan((int)(_position - _start), (int)(_limit - _position));
            if (rest.Length < RecordHeader.SizeBytes) throw NoRecord();
            header = RecordHeader.ReadEvent(rest);
            uint length = RecordHeader.ReadLength(rest);
            // Only a position that is not between two records can be wrong here: the bytes were checked when they came.
            if (header.Position != _position || length > (uint)rest.Length) throw NoRecord();
            _position += length;
            if (!RecordHeader.IsEvent(rest)) continue;
            payload = rest[RecordHeader.SizeBytes..(int)length];
            return true;
        }

        header = default;
        payload = default;
        return false;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        LeavePage();
    }

    /// <summary>Looks how far may be read now, and goes on to where the next bytes are.</summary>
    private bool TryAdvance()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        long committed = journal.CommittedPosition;
        if (_position >= committed) return false;
        if (_page is null || _page.End == _position)
        {
            LeavePage();
            _page = journal.Tail.Acquire(_position);
        }

        if (_page is null)
        {
            FetchChunk(committed);
            return true;
        }

        _bytes = _page.Bytes;
        _start = _page.Start;
        _limit = Math.Min(_page.End, committed);
        return true;
    }

    private void LeavePage()
    {
        if (_page is not null) journal.Tail.Release(_page);
        _page = null;
        _bytes = [];
    }

    private void FetchChunk(long committed)
    {
        while (true)
        {
            try
            {
                FetchOnce(Math.Min(committed, _position + ChunkBytes));
                return;
            }
            catch (Exception e) when (e is not JournalCorruptException && PostgresFailures.IsPassing(e))
            {
                journal.WaitForServer(e);
            }
        }
    }

    private void FetchOnce(long before)
    {
        using NpgsqlConnection connection = journal.Database.Pool.OpenConnection();
        using NpgsqlCommand command = new(journal.Database.Sql(
            $$"""
            SELECT {{JournalRows.Columns}} FROM {schema}.journal
            WHERE position >= (SELECT position FROM {schema}.journal WHERE position <= $1
                               ORDER BY position DESC LIMIT 1)
              AND position < $2
            ORDER BY position
            """), connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = _position });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = before });
        using NpgsqlDataReader rows = command.ExecuteReader(System.Data.CommandBehavior.SequentialAccess);
        long end = -1;
        int filled = 0;
        try
        {
            while (filled < ChunkBytes && rows.Read())
            {
                JournalRow row = JournalRows.Read(rows);
                if (end < 0) _start = row.Position;
                else if (row.Position != end) throw MissingBefore(in row);
                AddRow(rows, in row, filled);
                filled += row.SizeBytes;
                end = row.EndPosition;
            }
        }
        catch (JournalCorruptException) when (end > _position)
        {
            // What stands before the damage is whole, and comes first.
        }

        if (end <= _position || _start > _position)
            throw new InvalidOperationException($"Position {_position} of the journal was trimmed.");
        _bytes = _chunk;
        _limit = end;
    }

    private void AddRow(NpgsqlDataReader rows, in JournalRow row, int filled)
    {
        if (_chunk.Length - filled < row.SizeBytes) Array.Resize(ref _chunk, GrownTo(filled + row.SizeBytes));
        JournalRows.ReadData(rows, in row, new ArraySegment<byte>(_chunk, filled, row.SizeBytes), journal.Name);
    }

    private static int GrownTo(int sizeBytes) =>
        (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(sizeBytes, ChunkBytes));

    private JournalCorruptException MissingBefore(in JournalRow row) =>
        JournalRows.Damaged(in row, journal.Name, "rows before it are missing");

    private JournalCorruptException NoRecord() =>
        new(journal.Name, _position, "no record starts here, only the middle of one");
}
