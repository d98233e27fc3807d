using System.Globalization;
using Catalog.Bench.Gateway.Generator;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Gateway;

/// <summary>
/// The same fan-out against every peer and against us, in turns: one publisher, 32 messages of 128 bytes under way,
/// 100 and 1,000 receivers; and what an idle connection takes. Servers on one processor, the generator on the other.
/// </summary>
internal static class GatewayVersus
{
    private const string System = "gateway";
    private const string Layer = "ws";
    private static readonly int[] ReceiverCounts = [100, 1_000];
    private static readonly TimeSpan MostWarmUp = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows)
    {
        if (!run.Wants(Layer)) return;
        await NpmPackages.InstallAsync();
        var contestants = new List<Contestant>();
        try
        {
            foreach (PeerKind kind in (PeerKind[])[PeerKind.Catalog, .. PeerKind.Peers])
                contestants.Add(new Contestant(await PeerServer.StartAsync(run, kind)));
            foreach (Contestant one in contestants) await IdleAsync(one);
            foreach (int receivers in ReceiverCounts)
                for (int round = 0; round < run.Runs; round++)
                    foreach (Contestant one in contestants)
                        await FanOutAsync(run, one, receivers, isFirst: round == 0);
        }
        finally
        {
            foreach (Contestant one in contestants) await one.Server.DisposeAsync();
        }

        AddRows(rows, contestants[0], contestants[1..]);
    }

    private static async Task IdleAsync(Contestant one)
    {
        one.IdleBytes = await IdleMemory.MeasureAsync(one.Server, IdleMemory.ConnectionCount);
        BenchRun.Say(string.Create(
            CultureInfo.InvariantCulture, $"  {one.Name}: {one.IdleBytes:N0} bytes an idle connection"));
    }

    private static async Task FanOutAsync(BenchRun run, Contestant one, int receivers, bool isFirst)
    {
        run.Cancel.ThrowIfCancellationRequested();
        TimeSpan warmUp = isFirst ? run.Duration : run.Duration / 10;
        FanOutScore score = await FanOut.MeasureAsync(
            one.Server, receivers, warmUp < MostWarmUp ? warmUp : MostWarmUp, run.Duration);
        one.Add(receivers, score);
        BenchRun.Say($"  {one.Name}, {receivers}: {score}");
    }

    private static void AddRows(RowSink<VersusRow> rows, Contestant ours, List<Contestant> peers)
    {
        foreach (int receivers in ReceiverCounts)
        {
            string to = string.Create(CultureInfo.InvariantCulture, $"128 B to {receivers:N0}");
            foreach (Contestant peer in peers)
                rows.Add(VersusRow.Rate(
                    Of($"{to}, deliveries"), peer.Name, ours.Median(receivers, s => s.PerSecond),
                    peer.Median(receivers, s => s.PerSecond), "1/s"));
            foreach (double percent in new double[] { 50, 99 })
                AddCosts(rows, ours, peers, receivers, (
                    $"{to}, {FanOutDriver.Window} under way, complete p{percent}", "ms",
                    s => s.Completion.PercentileMs(percent)));
            AddCosts(rows, ours, peers, receivers, ($"{to}, server's time a delivery", "ns", s => s.ServerNs));
            AddCosts(
                rows, ours, peers.FindAll(p => p.Server.Kind.TellsAllocations), receivers,
                ($"{to}, allocated a delivery", "B", s => (double)s.AllocatedBytes / s.DeliveredCount));
        }

        foreach (Contestant peer in peers)
            rows.Add(VersusRow.Cost(
                Of($"idle connection, of {IdleMemory.ConnectionCount:N0}"), peer.Name, ours.IdleBytes, peer.IdleBytes,
                "B"));
    }

    private static void AddCosts(
        RowSink<VersusRow> rows, Contestant ours, List<Contestant> peers, int receivers,
        (string Workload, string Unit, Func<FanOutScore, double> Of) cost)
    {
        foreach (Contestant peer in peers)
            rows.Add(VersusRow.Cost(
                Of(cost.Workload), peer.Name, ours.Median(receivers, cost.Of), peer.Median(receivers, cost.Of),
                cost.Unit));
    }

    private static Subject Of(string workload) => new(System, workload, Layer);
}
