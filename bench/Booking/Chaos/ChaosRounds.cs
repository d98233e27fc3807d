using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Http;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>
/// Buyers book at all nodes of a cluster while one thing after another is done to it; after each round everything that
/// was ever acknowledged must be there, once, and each record of the journal be of its shard's owner.
/// </summary>
internal sealed partial class ChaosRounds : IAsyncDisposable
{
    private const int LeaseMs = 2_500;
    private const int BuyerCount = 8;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private readonly BenchRun _run;
    private readonly Random _random;
    private readonly SeatPlan _plan = BookingHouses.Plan();
    private readonly HttpClient?[] _clients;
    private readonly ChaosOptions _options;
    private ChaosCluster? _cluster;
    private KillBuyer[] _buyers = [];

    private ChaosRounds(BenchRun run, ChaosOptions options)
    {
        _run = run;
        _options = options;
        _random = new Random(options.Seed);
        _clients = new HttpClient?[options.NodeCount];
    }

    /// <summary>What was acknowledged so far.</summary>
    public BuyerTally Tally => BuyerTally.Sum(_buyers.Select(static buyer => buyer.Tally));

    private ChaosCluster Cluster => _cluster ?? throw new InvalidOperationException("Not started.");

    /// <summary>Starts a cluster and its buyers' accounts.</summary>
    public static async Task<ChaosRounds> StartAsync(BenchRun run, ChaosOptions options)
    {
        var rounds = new ChaosRounds(run, options);
        try
        {
            rounds._cluster = await ChaosCluster.StartAsync(run, options, rounds._plan);
            for (int i = 0; i < options.NodeCount; i++) rounds.Open(i);
            string[] tokens = await LoadAccounts.RegisterAsync(rounds.Cluster.Node(0).Address, BuyerCount, run.Cancel);
            rounds._buyers =
            [
                .. tokens.Select(token =>
                    new KillBuyer(token, rounds._plan, options.ShowtimeCount, new Random(rounds._random.Next()))
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

    /// <summary>What can be done to this cluster.</summary>
    public ChaosDeed[] Deeds => [.. Enum.GetValues<ChaosDeed>().Where(Cluster.Peers.Allows)];

    /// <summary>Does one thing while the buyers buy, and looks.</summary>
    public async Task<ChaosReport> RunAsync(ChaosDeed deed)
    {
        await using var gap = new ServiceGap(_options.ShowtimeCount, () => [.. _clients.OfType<HttpClient>()]);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_run.Cancel);
        Task[] buying = [.. _buyers.Select(buyer => BuyAsync(buyer, end.Token))];
        await Task.Delay(_random.Next(1_000, 3_000), _run.Cancel);
        gap.Start();
        var faults = new List<string>();
        await DoAsync(deed, faults);
        await Task.Delay(Settling, _run.Cancel);
        TimeSpan without = gap.Take();
        await end.CancelAsync();
        await Task.WhenAll(buying);
        faults.AddRange(await LookAsync());
        JournalOwners owners = await Cluster.CheckOwnersAsync();
        faults.AddRange(owners.Faults);
        EventTally events = await Cluster.CheckEventsAsync(faults);
        return new ChaosReport(deed, without, owners, events, faults);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (HttpClient? client in _clients) client?.Dispose();
        if (_cluster is not null) await _cluster.DisposeAsync();
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
