using System.Data.Common;
using System.Diagnostics;
using System.Net.Sockets;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <content>The journal's thread: keep a session, do what is asked of it, follow the log, write.</content>
public sealed partial class PostgresJournal
{
    private long PollTicks => ToTicks(_options.Poll);

    private void Run()
    {
        while (true)
        {
            if (!HasSession())
            {
                RefuseQueued();
                if (Volatile.Read(ref _closing)) break;
                _queue.WaitForPush(Session.SleepMs());
                continue;
            }

            bool worked = RunWorks();
            worked |= FollowWhenDue();
            worked |= WriteNext();
            if (worked) continue;
            if (Volatile.Read(ref _closing)) break;
            long restTicks = _followedAt + PollTicks - Stopwatch.GetTimestamp();
            _queue.WaitForPush((int)Math.Clamp(restTicks * 1000 / Stopwatch.Frequency, 0, int.MaxValue) + 1);
        }

        Session.Close();
        RefuseQueued();
    }

    /// <summary>
    /// Whether there is a session; when a new one was made, the log is followed to its end before the term begins, so
    /// an append of ours whose answer got lost is seen.
    /// </summary>
    private bool HasSession()
    {
        if (Session.Current is not null) return true;
        SessionConnection? opened = Session.TakeOpened();
        if (opened is null) return false;
        try
        {
            FollowToHead(opened);
        }
        catch (Exception e) when (IsSessionFailure(e))
        {
            Session.Discard(opened, e);
            return false;
        }

        Session.Begin(opened);
        return true;
    }

    private bool RunWorks()
    {
        if (Session.Current is null) return false;
        bool any = Session.RunWorks(out Exception? failure);
        if (failure is not null) Lose(failure, 0, false);
        return any;
    }

    /// <summary>The term is over: everything queued is told so.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="underWay">How many of the oldest batches were on their way.</param>
    /// <param name="mayBeWritten">Whether those may be in the log.</param>
    private void Lose(Exception cause, int underWay, bool mayBeWritten)
    {
        _options.Warn?.Invoke($"The node's session at {Database.Host} ended: {cause.Message}");
        Session.End(cause);
        for (int i = 0; i < underWay; i++)
        {
            JournalBatch batch = _queue.Pop();
            if (IsNobodys(batch)) batch.OnDurable(_committed);
            else batch.OnLost(mayBeWritten && batch.Records.Length > 0);
        }

        RefuseQueued();
    }

    private void RefuseQueued()
    {
        _queue.Gather();
        while (_queue.First is not null)
        {
            JournalBatch batch = _queue.Pop();
            if (IsNobodys(batch)) batch.OnDurable(_committed);
            else batch.OnLost(false);
        }
    }

    /// <summary>A batch of a shard that was not ours, which waits for nothing.</summary>
    private static bool IsNobodys(JournalBatch batch) => batch.Term == 0 && batch.Records.Length == 0;

    private static bool IsSessionFailure(Exception failure) =>
        failure is DbException or IOException or SocketException or TimeoutException or InvalidOperationException;

    private static long ToTicks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
