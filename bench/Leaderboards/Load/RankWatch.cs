using System.Net.WebSockets;
using Catalog.Bench.Shared.Http;
using Catalog.Bench.Shared.Measure;
using Catalog.Shell.Leaderboards;

namespace Catalog.Bench.Leaderboards.Load;

/// <summary>
/// Players who listen for their own rank over WebSockets while the rest of the world plays, and play themselves: how
/// long from sending a score until the new rank is told.
/// </summary>
internal sealed class RankWatch : IAsyncDisposable
{
    private const int GamesASecond = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _client;
    private readonly WatchedRank[] _players;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _listening;
    private int _games;

    private RankWatch(HttpClient client, WatchedRank[] players)
    {
        (_client, _players) = (client, players);
        _listening = [.. players.Select(player => player.ListenAsync(_stop.Token))];
    }

    /// <summary>Registers players and has them listen.</summary>
    public static async Task<RankWatch> StartAsync(Uri server, int count, CancellationToken cancel)
    {
        string[] tokens = await LoadAccounts.RegisterAsync(server, count, cancel);
        var client = new HttpClient { BaseAddress = server };
        var players = new WatchedRank[count];
        for (int i = 0; i < count; i++) players[i] = await WatchedRank.OpenAsync(client, tokens[i], cancel);
        return new RankWatch(client, players);
    }

    /// <summary>Plays for so long; how long it took until ranks were told, and how many were not.</summary>
    public async Task<(LatencyHistogram Told, int Missing)> RunAsync(TimeSpan duration, CancellationToken cancel)
    {
        var games = new List<(WatchedRank Player, string Mode, Task Sent)>();
        // Each plays each mode once: twice within a minute would be held.
        int left = (_players.Length * GameModes.All.Count) - _games;
        int count = Math.Min((int)(duration.TotalSeconds * GamesASecond), left);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / GamesASecond));
        while (games.Count < count && await timer.WaitForNextTickAsync(cancel))
        {
            int game = _games++;
            WatchedRank player = _players[game % _players.Length];
            GameMode mode = GameModes.All[game / _players.Length];
            // Higher and higher, so that each game leads past others.
            int score = GamePopulation.LeastScore + (game * 7 % (GamePopulation.MostScore - GamePopulation.LeastScore));
            Task sent = player.PlayAsync(_client, mode.Slug, score, mode.Terms.AverageGameSeconds, cancel);
            games.Add((player, mode.Slug, sent));
        }

        await Task.WhenAll(games.Select(static game => game.Sent));
        long until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < until && games.Any(static game => game.Player.Took(game.Mode) is null))
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        var told = new LatencyHistogram();
        int missing = 0;
        foreach ((WatchedRank player, string mode, _) in games)
        {
            if (player.Took(mode) is { } took) told.Record(took);
            else missing++;
        }

        return (told, missing);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await Task.WhenAll(_listening);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The sockets are closed under their readers.
        }

        foreach (WatchedRank player in _players) player.Dispose();
        _client.Dispose();
        _stop.Dispose();
    }
}
