using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Cluster.Postgres.Journal;

namespace Catalog.Shell.Cluster.Nodes;

/// <content>The beat: one loop does everything, so nothing of it happens at the same time.</content>
internal sealed partial class ClusterMember
{
    /// <summary>A session that ended so long ago was seen to end, or its node had asked often since.</summary>
    private const long RecentMs = 60_000;

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private ImmutableSortedSet<int> _held = [];
    private volatile ClusterPicture? _picture;
    private volatile Exception? _lastFailure;
    private Task _loop = Task.CompletedTask;
    private volatile bool _isLeaving;
    private long _lostTerm;
    private long _heldTerm;
    private readonly Dictionary<int, long> _seenEnded = [];
    private long _closedUntil;

    // The journal's thread: the loop does the rest, and batches of that term are refused in any case.
    private void OnLost(long term, Exception cause)
    {
        Volatile.Write(ref _lostTerm, Math.Max(term, Volatile.Read(ref _lostTerm)));
        SessionLost(_log, cause, term);
        Wake();
    }

    private void OnOpened(long term) => Wake();

    private void Wake()
    {
        try
        {
            if (_wake.CurrentCount == 0) _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has woken it.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A beat that fails is followed by the next one.")]
    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await BeatAsync(_stop.Token);
                _lastFailure = null;
            }
            catch (Exception failure)
            {
                if (_stop.IsCancellationRequested) return;
                if (_lastFailure?.Message != failure.Message) Troubled(_log, failure, "A beat");
                _lastFailure = failure;
            }

            await _wake.WaitAsync(TimeSpan.FromMilliseconds(PauseMs()));
        }
    }

    /// <summary>Until the next beat, or until shards that are closed for the moment may be opened.</summary>
    private long PauseMs()
    {
        long closedMs = _closedUntil - Environment.TickCount64;
        return closedMs > 0 ? Math.Min(closedMs, _options.BeatMs) : _options.BeatMs;
    }

    private async Task BeatAsync(CancellationToken cancel)
    {
        await DropLostAsync();
        if (Session.NodeNumber != _number)
        {
            // Ids are made with the number: two nodes with the same one would make the same ids.
            _host.Fail($"Another node took number {_number} while this one had no session: start it anew.", null);
        }

        ClusterPicture picture = await _directory.BeatAsync(Describe(), _storage.ShardCount, cancel);
        await PublishAsync(picture);
        if (!Session.IsOpen) return;
        await EndHungAsync(picture, cancel);
        ShardPlan plan = _isLeaving
            ? new ShardPlan([.. _held], [])
            : ShardPlan.Make(picture, _number, _held, _options.LeaseMs);
        if (plan.Release.Count > 0) await ReleaseAsync(plan.Release);
        if (plan.Acquire.Count > 0 && Environment.TickCount64 >= _closedUntil)
            await AcquireAsync(plan.Acquire, cancel);
        await KeepHouseAsync(cancel);
    }

    private async Task PublishAsync(ClusterPicture picture)
    {
        var owners = new NodeAddress?[_storage.ShardCount];
        for (int i = 0; i < owners.Length; i++) owners[i] = picture.HolderOf(i)?.Link;
        _picture = picture;

        // Who comes meanwhile finds the commits by itself, a poll later.
        Journal.TellsOthers = picture.Nodes.Any(node => node.Number != _number && node.HasSession);
        _map!.Replace(owners);
        await _links.KeepAsync(picture.Nodes.Select(static node => node.Link).ToHashSet());
    }

    private NodeInfo Describe() => new(
        _number, _options.Name ?? $"{Environment.MachineName}:{_self.Port}", _self, _options.Url ?? "", _version,
        _startedAt, 0, Session.BackendPid, default, Session.Term, Journal.CommittedPosition, _isLeaving, true);

    /// <summary>The session of the shards that are here is gone.</summary>
    private async Task DropLostAsync()
    {
        long lost = Volatile.Read(ref _lostTerm);
        if (_held.IsEmpty || _heldTerm > lost) return;
        await Engine.LoseAsync(lost);
        _held = [];
        DutiesChanged?.Invoke();
    }

    private async Task EndHungAsync(ClusterPicture picture, CancellationToken cancel)
    {
        foreach (NodeInfo hung in picture.Hung(_options.LeaseMs))
        {
            if (hung.Number == _number) continue;
            if (await _directory.EndSessionAsync(hung, cancel)) EndedHung(_log, hung.Name, hung.SilentMs);

            // It may wake up and answer questions for as long as it need not ask whether its session lives. When it
            // is seen to have ended that time begins anew, for whoever sees it.
            Close(_options.BeatMs);
        }

        foreach (NodeInfo node in picture.Nodes)
        {
            bool isEnded = !node.HasSession && node.SilentMs > _options.LeaseMs && node.SilentMs < RecentMs;
            if (isEnded && _seenEnded.GetValueOrDefault(node.Number) != node.Term)
            {
                _seenEnded[node.Number] = node.Term;
                Close(0);
            }
        }

        void Close(long moreMs) => _closedUntil = Math.Max(
            _closedUntil, Environment.TickCount64 + (long)Confirm.TotalMilliseconds + moreMs);
    }

    private async Task ReleaseAsync(IReadOnlyList<int> shards)
    {
        // What is saved need not be replayed by whoever comes next.
        if (Journal.CommittedPosition - Engine.CheckpointStatus.Position > MaxReplayBytes)
            await Engine.CheckpointAsync(_stop.Token);
        foreach (int shard in shards)
        {
            await Engine.ReleaseAsync(shard);
            _held = _held.Remove(shard);
            DutiesChanged?.Invoke();
            await Session.UnlockAsync(shard);
            Released(_log, shard);
        }
    }

    private async Task AcquireAsync(IReadOnlyList<int> wanted, CancellationToken cancel)
    {
        var locked = new List<int>();
        long term = Session.Term;
        foreach (int shard in wanted)
        {
            if (await Session.TryLockAsync(shard) is not { } under) continue;
            if (locked.Count > 0 && under != term) throw new SessionLostException("The session changed between locks.");
            term = under;
            locked.Add(shard);
        }

        if (locked.Count == 0) return;
        try
        {
            // What earlier owners appended is in the journal by now: their locks fell free after their last commit.
            long head = await Journal.FetchHeadAsync();
            await _directory.NoteAsync(Session, locked, _number, term, head);
            RecoveryReport report = await Engine.AcquireAsync(locked, term, cancel);
            _heldTerm = term;
            _held = _held.Union(locked);
            Acquired(_log, string.Join(", ", locked), term, report.ReadCount, report.AppliedCount,
                report.Elapsed.TotalMilliseconds);
        }
        catch (Exception failure) when (failure is not SessionLostException)
        {
            foreach (int shard in locked) await Session.UnlockAsync(shard);
            throw;
        }

        DutiesChanged?.Invoke();
        _map!.Touch();
    }

    [LoggerMessage(70, LogLevel.Information,
        "Took shards {Shards} under term {Term}: {Read} facts read, {Applied} applied, {ElapsedMs} ms")]
    private static partial void Acquired(
        ILogger logger, string shards, long term, long read, long applied, double elapsedMs);

    [LoggerMessage(71, LogLevel.Information, "Gave shard {Shard} back")]
    private static partial void Released(ILogger logger, int shard);

    [LoggerMessage(72, LogLevel.Warning, "The session of term {Term} ended, and with it every shard of this node")]
    private static partial void SessionLost(ILogger logger, Exception error, long term);

    [LoggerMessage(73, LogLevel.Warning, "Node {Name} hangs: silent for {SilentMs} ms. Its session was ended")]
    private static partial void EndedHung(ILogger logger, string name, double silentMs);

    [LoggerMessage(74, LogLevel.Warning, "{What} failed; tried again")]
    private static partial void Troubled(ILogger logger, Exception error, string what);
}
