using System.Collections.Concurrent;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Wire;
using Catalog.Shell.Events;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;
using Catalog.Shell.Live;
using Catalog.WsGateway;
using Catalog.WsGateway.Topics;

namespace Catalog.Shell.Leaderboards.Live;

/// <summary>
/// What is told live, each at most once a second however many scores there are; what a player's own score did to the
/// own rank at once, whatever others do meanwhile:
/// <code>
/// leaderboard:{mode}   leaderboard_update   the first ten, when they changed          everybody
/// scores:{mode}        recent_score         scores just counted, the highest ten      everybody
/// player:{id}          rank_change          the own all-time rank, when it changed    the player
///                      rank_update          the same, when by ten places or more
/// </code>
/// Facts say what an own score did, and else only that something has changed; what is told then is read from the
/// boards, so nothing is told twice or late.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed partial class LiveBoards(
    LeaderboardClient boards, BoardAnswers answers, PlayerNames names, EventHost events, TimeProvider clock) : IWorker
{
    private const string BoardPrefix = "leaderboard:";
    private const string ScorePrefix = "scores:";
    private const string PlayerPrefix = "player:";
    private const int Top = 10;
    private const int TailCapacity = 8192;
    private const int KeptMessages = 16;
    private const long BoardPauseMs = 1_000;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<ulong, byte[]> _tops = new();
    private readonly ConcurrentDictionary<ulong, WatchedPlayer> _watched = new();
    private readonly ModeNews[] _news = [.. GameModes.All.Select(static mode => new ModeNews(mode, Top))];
    private Gateway? _gateway;
    private EventSubscription? _tail;
    private EventSubscription? _ownTail;
    private Task _loop = Task.CompletedTask;
    private Task _ownLoop = Task.CompletedTask;

    /// <summary>Registers the topics.</summary>
    public void Map(LiveRoutes live)
    {
        _gateway = live.Gateway;
        live.MapTopic(BoardPrefix + "*", topic =>
        {
            topic.FedAtEveryNode = true;
            topic.HistoryMessages = KeptMessages;
            topic.SlowConsumer = SlowConsumerPolicy.Snapshot;
            topic.OnSubscribe = SubscribeBoardAsync;
        });
        live.MapTopic(ScorePrefix + "*", topic =>
        {
            topic.FedAtEveryNode = true;
            topic.HistoryMessages = KeptMessages;
            topic.OnSubscribe = static request => new ValueTask<SubscribeResult>(
                GameModes.TryFind(request.Topic[ScorePrefix.Length..], out _)
                    ? request.Begin()
                    : SubscribeResult.UnknownTopic);
        });
        live.MapTopic(PlayerPrefix + "*", topic =>
        {
            topic.FedAtEveryNode = true;
            topic.HistoryMessages = KeptMessages;
            topic.OnSubscribe = request => new ValueTask<SubscribeResult>(SubscribePlayer(request));
        });
        live.Gateway.On(
            "subscribe:leaderboard", LeaderboardsJson.Default.LeaderboardSubscription, SubscribeAllAsync);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _tail = events.Tail.Subscribe(
            TailCapacity, static header => header.Partition.System == LeaderboardMachine.Id);
        _loop = RunAsync(_tail);
        _ownTail = events.Tail.Subscribe(
            TailCapacity,
            static header => header.Partition.System == LeaderboardMachine.Id && header.Type == ScoreCounted.TypeId);
        _ownLoop = Task.Run(() => RunOwnAsync(_ownTail), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        _tail?.Dispose();
        _ownTail?.Dispose();
        await _loop;
        await _ownLoop;
    }

    private async ValueTask<SubscribeResult> SubscribeBoardAsync(SubscribeRequest request)
    {
        if (!GameModes.TryFind(request.Topic[BoardPrefix.Length..], out GameMode? mode)
            || request.Topic[BoardPrefix.Length..] != mode.Slug) return SubscribeResult.UnknownTopic;
        if (!_tops.ContainsKey(mode.Id) && await ReadTopAsync(mode) is { } first) _tops.TryAdd(mode.Id, first);
        return request.Begin(() => new TopicSnapshot(
            "leaderboard_update", _tops.TryGetValue(mode.Id, out byte[]? json) ? json : "{}"u8.ToArray()));
    }

    /// <summary>Everything of a mode in one: its board, its scores, and for who signed in the own rank.</summary>
    private async ValueTask SubscribeAllAsync(GatewayConnection connection, LeaderboardSubscription wish)
    {
        if (!GameModes.TryFind(wish.GameMode, out GameMode? mode))
            throw new GatewayException("unknown_topic", "There is no such game mode.");
        connection.Subscribe(BoardPrefix + mode.Slug);
        connection.Subscribe(ScorePrefix + mode.Slug);
        if (LiveRoutes.CallerOf(connection) is { } caller)
        {
            _watched.TryAdd(caller.UserId, new WatchedPlayer());
            connection.Subscribe(PlayerPrefix + IdText.Of(caller.UserId));
        }

        if (await ReadTopAsync(mode) is not { } top) return;
        _tops[mode.Id] = top;
        connection.SendRaw("leaderboard_update", top);
    }

    private SubscribeResult SubscribePlayer(SubscribeRequest request)
    {
        if (!IdText.TryParse(request.Topic.AsSpan(PlayerPrefix.Length), out ulong playerId))
            return SubscribeResult.UnknownTopic;
        if (LiveRoutes.CallerOf(request.Connection) is not { } caller || caller.UserId != playerId)
            return SubscribeResult.Forbidden;
        _watched.TryAdd(playerId, new WatchedPlayer());
        return request.Begin();
    }

    /// <summary>Gathers what came, tells what is due, and waits a beat.</summary>
    private async Task RunAsync(EventSubscription tail)
    {
        bool isPending = false;
        while (!_stop.IsCancellationRequested)
        {
            TailItem? first = null;
            if (!isPending && (first = await tail.ReadAsync()) is null) return;
            foreach (ModeNews news in _news)
                news.WantsScores = _gateway!.SubscriberCount(ScorePrefix + news.Mode.Slug) > 0;
            if (first is { } one) Gather(in one);
            while (tail.TryRead(out TailItem item)) Gather(in item);
            try
            {
                isPending = await TellAsync();
            }
            catch (IOException)
            {
                // What is not told now is told with the next change.
                isPending = false;
            }

            await Task.Delay(Beat, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Gather(in TailItem item)
    {
        foreach (ModeNews news in _news)
        {
            if (!item.IsGap && item.Header.Partition.Key != news.Mode.Id) continue;
            news.HasBoard = news.HasRanks = true;
            if (item.IsGap || !news.WantsScores || item.Header.Type != ScoreCounted.TypeId) continue;
            var reader = new MessagePackReader(item.Payload.Span);
            ScoreCounted fact = ScoreCounted.Read(ref reader, item.Header.Version);
            if (!fact.IsHidden) news.Scores.Offer(in fact, item.Header.TimeMs);
        }
    }
}
