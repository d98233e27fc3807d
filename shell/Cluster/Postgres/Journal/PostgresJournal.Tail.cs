using System.Diagnostics;
using Catalog.Engine.Storage.Journal;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <content>Following the log: rows of other nodes come into the tail.</content>
public sealed partial class PostgresJournal
{
    /// <summary>
    /// Completes once this node knows the log up to a position; asks the server for it at once. Thread-safe.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The journal was disposed meanwhile.</exception>
    public Task FetchUpToAsync(long position, CancellationToken cancel = default)
    {
        if (position <= CommittedPosition) return Task.CompletedTask;
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _closing), this);
        Task known = _waiters.Add(position);
        // It may have come in between.
        _waiters.Advance(CommittedPosition);
        WantTail();
        return known.WaitAsync(cancel);
    }

    /// <summary>
    /// Follows the log to where it ends at the server now: after a lock was taken, everything its last owner wrote is
    /// known here. Thread-safe.
    /// </summary>
    /// <returns>The position.</returns>
    /// <exception cref="SessionLostException">There is no session, or it ended meanwhile.</exception>
    public Task<long> FetchHeadAsync() => Session.Post(FollowToHead);

    private long FollowToHead(SessionConnection connection)
    {
        long from = _committed;
        while (FetchRows(connection) == SessionConnection.TailRows)
        {
        }

        if (_committed != from) OnCommitted();
        return _committed;
    }

    private void OnHeard(int node, long end)
    {
        if (node != Session.NodeNumber && end > CommittedPosition) WantTail();
    }

    private void WantTail()
    {
        Interlocked.Exchange(ref _tailWanted, 1);
        _queue.Wake();
    }

    private bool FollowWhenDue()
    {
        if (Session.Current is not { } connection) return false;
        bool isWanted = Interlocked.Exchange(ref _tailWanted, 0) != 0;
        if (!isWanted && Stopwatch.GetTimestamp() - _followedAt < PollTicks) return false;
        return TryFollow(connection, 0);
    }

    /// <summary>One round trip for rows of others.</summary>
    /// <param name="connection">The session.</param>
    /// <param name="underWay">How many batches are lost when the session turns out to be.</param>
    private bool TryFollow(SessionConnection connection, int underWay)
    {
        long from = _committed;
        try
        {
            if (FetchRows(connection) == SessionConnection.TailRows) WantTail();
        }
        catch (Exception e) when (IsSessionFailure(e))
        {
            Lose(e, underWay, false);
            return false;
        }

        if (_committed != from) OnCommitted();
        return true;
    }

    /// <summary>
    /// Fetches what lies between the tail and a group of ours that is durable. When that fails, or is more than the
    /// tail holds, the tail goes on at the group: readers then find the rest at the server.
    /// </summary>
    private Exception? FetchGap(SessionConnection connection, long start)
    {
        Debug.Assert(start > _committed, "groups are appended behind what is committed");
        Exception? failure = null;
        try
        {
            while (_committed < start && start - _committed < _options.TailBytes && FetchRows(connection, start) > 0)
            {
            }
        }
        catch (Exception e) when (IsSessionFailure(e))
        {
            failure = e;
        }

        if (_committed < start) Jump(start);
        return failure;
    }

    /// <summary>Takes the next rows, at most <see cref="SessionConnection.TailRows"/>, into the tail.</summary>
    /// <param name="connection">The session.</param>
    /// <param name="before">Rows from here on are left alone.</param>
    /// <returns>How many rows came.</returns>
    private int FetchRows(SessionConnection connection, long before = long.MaxValue)
    {
        int count = 0;
        long sentAt = Stopwatch.GetTimestamp();
        using (NpgsqlDataReader rows = connection.ReadTail(_committed))
        {
            while (rows.Read())
            {
                JournalRow row = JournalRows.Read(rows);
                if (row.Position >= before) break;
                TakeRow(rows, in row);
                count++;
            }
        }

        _confirmedAt = _followedAt = sentAt;
        return count;
    }

    private void TakeRow(NpgsqlDataReader rows, in JournalRow row)
    {
        // Trimmed before it came here: this node was away for long.
        if (row.Position != _committed) Jump(row.Position);
        ArraySegment<byte> room = Tail.Reserve(row.SizeBytes);
        try
        {
            JournalRows.ReadData(rows, in row, room, Name);
        }
        catch (JournalCorruptException damage)
        {
            // It is in the log, and whoever reads it will say so; the rows behind it are needed all the same.
            _options.Warn?.Invoke(damage.Message);
            Jump(row.EndPosition);
            return;
        }

        Tail.Publish(row.SizeBytes);
        Volatile.Write(ref _committed, row.EndPosition);
    }

    private void Jump(long position)
    {
        Tail.Restart(position);
        Volatile.Write(ref _committed, position);
    }

    private void OnCommitted()
    {
        _waiters.Advance(_committed);
        Committed?.Invoke(_committed);
    }
}
