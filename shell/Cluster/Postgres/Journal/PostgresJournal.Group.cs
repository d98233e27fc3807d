using System.Diagnostics;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <content>One group: gather, stamp, append, put into the tail, acknowledge.</content>
public sealed partial class PostgresJournal
{
    private bool WriteNext()
    {
        if (Session.Current is not { } connection) return false;
        _queue.Gather();
        bool settled = SettleOthers(connection.Identity.Term);
        if (_queue.First is null) return settled;
        int count = _queue.MeasureGroup(_options.MaxGroupBytes, out int sizeBytes);
        if (sizeBytes == 0) ConfirmGroup(connection, count);
        else AppendGroup(connection, count, sizeBytes);
        return true;
    }

    /// <summary>Tells the oldest batches that are not of this term, so that the next group begins with one that is.
    /// </summary>
    private bool SettleOthers(long term)
    {
        bool any = false;
        while (_queue.First is { } batch && batch.Term != term)
        {
            any = true;
            _queue.Pop();
            Tell(batch, term, _committed);
        }

        return any;
    }

    /// <summary>
    /// Batches without records wait for what is before them, which is done. But their answers are only true while the
    /// node owns what they speak of: a node that slept must ask first.
    /// </summary>
    private void ConfirmGroup(SessionConnection connection, int count)
    {
        bool isConfirmed = Stopwatch.GetTimestamp() - _confirmedAt < ToTicks(_options.ConfirmWithin);
        if (!isConfirmed && !TryFollow(connection, count)) return;
        Acknowledge(connection.Identity.Term, count, _committed);
    }

    private void AppendGroup(SessionConnection connection, int count, int sizeBytes)
    {
        if (_group.Length < sizeBytes) _group = GC.AllocateUninitializedArray<byte>(sizeBytes);
        var group = new ArraySegment<byte>(_group, 0, sizeBytes);
        long sentAt;
        long start;
        try
        {
            _queue.CopyGroup(count, group, 0);
            sentAt = Stopwatch.GetTimestamp();
            start = connection.Append(group, Crc32C.Of(group), TellsOthers);
        }
        catch (Exception e) when (IsSessionFailure(e))
        {
            // A statement that was refused is rolled back; anything else may have come through.
            Lose(e, count, mayBeWritten: e is not (PostgresException { InvariantSeverity: "ERROR" } or
                InvalidDataException));
            return;
        }

        _confirmedAt = sentAt;
        _commits.Add(Stopwatch.GetTimestamp() - sentAt);
        Exception? failure = start == _committed ? null : FetchGap(connection, start);
        Debug.Assert(Tail.End == start, "everything before the group is known");
        ArraySegment<byte> room = Tail.Reserve(sizeBytes);
        group.CopyTo(room);
        RecordHeader.StampAll(room, start);
        Tail.Publish(sizeBytes);
        _followedAt = sentAt;
        Volatile.Write(ref _committed, start + sizeBytes);
        Acknowledge(connection.Identity.Term, count, start);
        OnCommitted();
        if (failure is not null) Lose(failure, 0, false);
    }

    private void Acknowledge(long term, int count, long position)
    {
        for (int i = 0; i < count; i++)
        {
            JournalBatch batch = _queue.Pop();
            position += batch.Records.Length;
            Tell(batch, term, position);
        }

        Debug.Assert(position <= _committed, "only what is durable is acknowledged");
    }

    private static void Tell(JournalBatch batch, long term, long position)
    {
        if (batch.Term == term || IsNobodys(batch)) batch.OnDurable(position);
        else batch.OnLost(false);
    }
}
