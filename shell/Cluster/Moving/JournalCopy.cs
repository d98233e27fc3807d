using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Cluster.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Catalog.Shell.Cluster.Moving;

/// <summary>
/// Copies a folder's journal into the log of a cluster, every fact at the position it has: what stands between facts
/// (commit markers) becomes records that are passed over.
/// <code>
/// folder   |f f f m|f m|f f m|        f a fact, m a marker
/// rows     [f f f s f s f f s]        s passed over, as long as the marker; a row is about a megabyte
/// </code>
/// </summary>
/// <param name="journal">The folder's.</param>
/// <param name="noted">
/// Positions somebody has noted to go on from. One that lies between two facts, in the middle of what is passed over
/// from now on, is told apart by <see cref="Settled"/>.
/// </param>
internal sealed class JournalCopy(FileJournal journal, IEnumerable<long> noted)
{
    /// <summary>No node's number: whoever looks for a row's writer sees that it was moved.</summary>
    private const int NobodysNumber = -1;

    private const int RowBytes = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly ByteBuffer _row = new(RowBytes + RecordHeader.SizeBytes);
    private readonly long[] _noted = [.. noted.Distinct().Order()];
    private readonly Dictionary<long, long> _settled = [];
    private long _position = journal.FirstPosition;

    /// <summary>Facts copied.</summary>
    public long FactCount { get; private set; }

    /// <summary>Copies all of it, in the transaction that is open on the connection. O(journal).</summary>
    public async Task RunAsync(NpgsqlConnection into, PostgresDatabase database, CancellationToken cancel)
    {
        using JournalReader reader = journal.OpenReader(journal.FirstPosition);
        await using NpgsqlBinaryImporter rows = await into.BeginBinaryImportAsync(
            database.Sql("COPY {schema}.journal (position, end_position, node, crc, data) FROM STDIN (FORMAT binary)"),
            cancel);
        rows.Timeout = Patience;
        for (long start = _position; Fill(reader); start = _position)
        {
            RecordHeader.StampAll(_row.WrittenSpan, 0);
            await rows.StartRowAsync(cancel);
            await rows.WriteAsync(start, NpgsqlDbType.Bigint, cancel);
            await rows.WriteAsync(_position, NpgsqlDbType.Bigint, cancel);
            await rows.WriteAsync(NobodysNumber, NpgsqlDbType.Integer, cancel);
            await rows.WriteAsync(unchecked((int)Crc32C.Of(_row.WrittenSpan)), NpgsqlDbType.Integer, cancel);
            await rows.WriteAsync(_row.WrittenMemory, NpgsqlDbType.Bytea, cancel);
        }

        await rows.CompleteAsync(cancel);
    }

    /// <summary>Where to go on instead of a noted position: the same, or behind what it was in the middle of.</summary>
    public long Settled(long position) => _settled.GetValueOrDefault(position, position);

    /// <summary>Gathers the next row; false at the end.</summary>
    private bool Fill(JournalReader reader)
    {
        _row.Clear();
        while (_row.Length < RowBytes)
        {
            if (!reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
            {
                PassOver(journal.CommittedPosition);
                break;
            }

            PassOver(header.Position);
            int start = RecordHeader.Reserve(_row);
            _row.Write(payload);
            RecordHeader.WriteEvent(_row, start, in header);
            _position += _row.Length - start;
            FactCount++;
        }

        return _row.Length > 0;
    }

    private void PassOver(long until)
    {
        foreach (long position in _noted)
            if (position > _position && position < until) _settled[position] = until;
        while (_position < until)
        {
            long rest = until - _position;
            long size = Math.Min(rest, RecordHeader.MaxRecordBytes);

            // What remains must be long enough for a record, too.
            if (rest - size is > 0 and < RecordHeader.SizeBytes) size -= RecordHeader.SizeBytes;
            RecordHeader.WriteSkip(_row, (int)size);
            _position += size;
        }
    }
}
