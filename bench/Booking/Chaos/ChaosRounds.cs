using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Http;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>
/// Buyers book at all nodes of a cluster while one thing after another is done to it; after each round everything that
/// was ever acknowledged must be there, once, and each record of the journal be of its shard's owner.
/// </summary>
internal sealed class ChaosRounds : IAsyncDisposable
{
    private const int LeaseMs = 2_500;
    private const int BuyerCount = 8;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private readonly BenchRun _run;
    private readonly Random _random;
    private readonly SeatPlan _plan = BookingHouses.Plan();
    private readonly HttpClient?[] _clients;
    private readonly int _showtimeCount;
    private ChaosCluster? _cluster;
    private KillBuyer[] _buyers = [];

    private ChaosRounds(BenchRun run, int seed, int nodeCount, int showtimeCount)
    {
        _run = run;
        _random = new Random(seed);
        _clients = new HttpClient?[nodeCount];
        _showtimeCount = showtimeCount;
    }

    /// <summary>What was acknowledged so far.</summary>
    public BuyerTally Tally => BuyerTally.Sum(_buyers.Select(static buyer => buyer.Tally));

    private ChaosCluster Cluster => _cluster ?? throw new InvalidOperationException("Not started.");

    /// <summary>Starts a cluster and its buyers' accounts.</summary>
    public static async Task<ChaosRounds> StartAsync(BenchRun run, int seed, int nodeCount = 3, int showtimeCount = 20)
    {
        var rounds = new ChaosRounds(run, seed, nodeCount, showtimeCount);
        try
        {
            rounds._cluster = await ChaosCluster.StartAsync(run, nodeCount, showtimeCount, rounds._plan);
            for (int i = 0; i < nodeCount; i++) rounds.Open(i);
            string[] tokens = await LoadAccounts.RegisterAsync(rounds.Cluster.Node(0).Address, BuyerCount, run.Cancel);
            rounds._buyers =
            [
                .. tokens.Select(token =>
                    new KillBuyer(token, rounds._plan, showtimeCount, new Random(rounds._random.Next()))
                    {
                        MayBeDeclined = true,
                    }),
            ];
            return rounds;
        }
        catch
        {
            await rounds.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does one thing while the buyers buy, and looks.</summary>
    public async Task<ChaosReport> RunAsync(ChaosDeed deed)
    {
        await using var gap = new ServiceGap(_showtimeCount, () => [.. _clients.OfType<HttpClient>()]);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_run.Cancel);
        Task[] buying = [.. _buyers.Select(buyer => BuyAsync(buyer, end.Token))];
        await Task.Delay(_random.Next(1_000, 3_000), _run.Cancel);
        gap.Start();
        await DoAsync(deed);
        await Task.Delay(Settling, _run.Cancel);
        TimeSpan without = gap.Take();
        await end.CancelAsync();
        await Task.WhenAll(buying);
        List<string> faults = await LookAsync();
        JournalOwners owners = await Cluster.CheckOwnersAsync();
        faults.AddRange(owners.Faults);
        return new ChaosReport(deed, without, owners.RecordCount, owners.TakingCount, faults);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (HttpClient? client in _clients) client?.Dispose();
        if (_cluster is not null) await _cluster.DisposeAsync();
    }

    private async Task DoAsync(ChaosDeed deed)
    {
        int victim = _random.Next(Cluster.NodeCount);
        switch (deed)
        {
            case ChaosDeed.KillNode:
                Close(victim);
                await Cluster.KillNodeAsync(victim);
                await RestAndStartAsync(victim);
                break;
            case ChaosDeed.LeaveNode:
                Close(victim);
                await Cluster.StopNodeAsync(victim);
                await RestAndStartAsync(victim);
                break;
            case ChaosDeed.PauseNode:
                HttpClient? closed = _clients[victim];
                _clients[victim] = null;
                Cluster.Node(victim).Pause();
                await Task.Delay(LeaseMs + _random.Next(1_500, 3_000), _run.Cancel);
                Cluster.Node(victim).Resume();
                _clients[victim] = closed;
                await Task.Delay(Settling, _run.Cancel);
                break;
            default:
                await Cluster.Postgres.StopImmediatelyAsync();
                await Task.Delay(_random.Next(200, 1_500), _run.Cancel);
                await Cluster.Postgres.StartAgainAsync();
                await Task.Delay(Settling * 2, _run.Cancel);
                break;
        }
    }

    private async Task RestAndStartAsync(int victim)
    {
        await Task.Delay(_random.Next(1_000, 2_000), _run.Cancel);
        await Cluster.StartNodeAsync(victim);
        Open(victim);
    }

    /// <summary>Buys at one node until it is gone, asks another what became of the last request, goes on.</summary>
    private async Task BuyAsync(KillBuyer buyer, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            if (Pick() is not { } client)
            {
                await Task.Delay(50, CancellationToken.None);
                continue;
            }

            try
            {
                await buyer.SettleAsync(client, end);
                await buyer.BuyAsync(client, end);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // That node is gone, or the round is over: what was under way is in doubt until it was asked again.
            }
        }
    }

    private async Task<List<string>> LookAsync()
    {
        var faults = new List<string>();
        var owned = new Dictionary<(ulong Showtime, string Seat), string>();
        HttpClient client = Pick() ?? throw new InvalidOperationException("No node runs.");
        foreach (KillBuyer buyer in _buyers) await buyer.SettleAsync(client, _run.Cancel);
        client = Pick()!;
        foreach (KillBuyer buyer in _buyers) faults.AddRange(await buyer.CompareAsync(client, owned, _run.Cancel));
        for (ulong showtime = 1; showtime <= (ulong)_showtimeCount; showtime++)
        {
            foreach ((string seat, string status) in await BookingApi.SeatsAsync(Pick()!, showtime, _run.Cancel))
            {
                string expected = owned.GetValueOrDefault((showtime, seat), "free");
                if (status != expected) faults.Add($"seat {seat} of showtime {showtime} is {status}, not {expected}");
            }
        }

        return faults;
    }

    private HttpClient? Pick()
    {
        HttpClient[] open = [.. _clients.OfType<HttpClient>()];
        return open.Length == 0 ? null : open[Random.Shared.Next(open.Length)];
    }

    private void Open(int index) => _clients[index] =
        new HttpClient { BaseAddress = Cluster.Node(index).Address, Timeout = TimeSpan.FromSeconds(20) };

    private void Close(int index)
    {
        // Not disposed: requests under way shall be cut off by the node, not by us.
        _clients[index] = null;
    }
}
