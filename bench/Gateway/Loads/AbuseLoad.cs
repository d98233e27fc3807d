using System.Globalization;
using Catalog.Bench.Gateway.Generator;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Gateway.Loads;

/// <summary>
/// <c>load gateway-abuse</c>: a steady broadcast to 100 well-behaved clients, alone and then while thousands of others
/// never finish their handshake, go silent, never read, and flood.
/// </summary>
internal static class AbuseLoad
{
    private const string Name = "gateway-abuse";
    private const int ReceiverCount = 100;
    private const int PerSecond = 50;
    private const int EachKind = 1_000;
    private const double MostTimes = 3;

    // Processors are shared with the abusers, who are thousands; this much is theirs.
    private const double FreeMs = 50;
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private static readonly string[] Settings =
    [
        "--Gateway:HandshakeTimeout=00:00:03", "--Gateway:PingInterval=00:00:03", "--Gateway:PongTimeout=00:00:03",
        "--Gateway:CloseTimeout=00:00:01", "--Gateway:MaxQueuedBytes=262144", "--Gateway:MessagesPerSecond=200",
        "--Gateway:MessageBurst=400",
    ];

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "thousands of hostile clients beside a steady broadcast, private server", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        await using PeerServer server = await GatewayServer.StartAsync(run, Settings);
        using Crowd crowd = Crowd.Join(server.Port, Dialect.Catalog, ReceiverCount, FanOutDriver.TextBytes);
        using WsClient publisher = Crowd.Publisher(server.Port, Dialect.Catalog);
        using var broadcast = new SteadyBroadcast(crowd.Clients, publisher, PerSecond);
        await Cores.RunOnGeneratorAsync(() => broadcast.Run(WarmUp));
        double alone = AddRow(rows, "alone", await Cores.RunOnGeneratorAsync(() => broadcast.Run(Calm)), 0);
        double most = Math.Max(MostTimes * alone, FreeMs);
        var abusers = new Abusers(server.Port);
        (string Name, Func<CancellationToken, Task> RunAsync)[] kinds =
        [
            ("slow handshakes", cancel => Abusers.RunAsync(EachKind, abusers.TrickleAsync, cancel)),
            ("silent clients", cancel => Abusers.RunAsync(EachKind, abusers.GoSilentAsync, cancel)),
            ("clients that never read", cancel => abusers.NeverReadAsync(EachKind, cancel)),
            ("flooding clients", cancel => Abusers.RunAsync(EachKind, abusers.FloodAsync, cancel)),
            ("all of them", cancel => Task.WhenAll(
                Abusers.RunAsync(EachKind, abusers.TrickleAsync, cancel), abusers.NeverReadAsync(EachKind, cancel),
                Abusers.RunAsync(EachKind, abusers.GoSilentAsync, cancel),
                Abusers.RunAsync(EachKind, abusers.FloodAsync, cancel))),
        ];
        foreach ((string name, Func<CancellationToken, Task> abuseAsync) in kinds)
            AddRow(rows, $"beside {EachKind:N0} {name}", await BesideAsync(broadcast, abuseAsync, run.Cancel), most);
        AddCounters(rows, broadcast.LostCount, await GatewayServer.CountersAsync(server));
    }

    private static async Task<FanOutScore> BesideAsync(
        SteadyBroadcast broadcast, Func<CancellationToken, Task> abuseAsync, CancellationToken cancel)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task<FanOutScore> broadcasting = Cores.RunOnGeneratorAsync(() => broadcast.Run(Patience, ends.Token));
        await abuseAsync(ends.Token).WaitAsync(Patience, cancel);
        await ends.CancelAsync();
        return await broadcasting;
    }

    private static double AddRow(RowSink<LoadRow> rows, string circumstance, FanOutScore score, double most)
    {
        BenchRun.Say($"  {circumstance}: {score.Completion}");
        double p99 = score.Completion.PercentileMs(99);
        string bar = most == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"at most {most:0} ms");
        bool isHeld = most == 0 || p99 <= most;
        rows.Add(new LoadRow(Name, $"broadcast {circumstance}, complete p99", p99, "ms", bar, isHeld));
        return p99;
    }

    private static void AddCounters(RowSink<LoadRow> rows, long lost, Dictionary<string, long> counters)
    {
        rows.Add(Exactly("broadcast messages lost", lost, 0, "messages"));
        rows.Add(Exactly("handshakes not finished", counters["gateway.handshake_timeouts"], 2 * EachKind, "counted"));
        rows.Add(Exactly("flooding", counters["gateway.rate_limited"], 2 * EachKind, "counted"));
        rows.Add(Exactly("silent", counters["gateway.ping_timeouts"], 2 * EachKind, "counted"));
        rows.Add(Exactly("never reading", counters["gateway.slow_disconnects"], 2 * EachKind, "counted"));
        rows.Add(Exactly("connections left", counters["gateway.connections"], ReceiverCount + 1, "connections"));
    }

    private static LoadRow Exactly(string metric, long value, long bar, string unit) => new(
        Name, metric, value, unit, string.Create(CultureInfo.InvariantCulture, $"exactly {bar:N0}"), value == bar);
}
