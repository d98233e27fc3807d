using System.Diagnostics;
using System.Globalization;
using Catalog.Bench.Gateway.Generator;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Gateway.Loads;

/// <summary>
/// <c>load gateway-resume</c>: 1,000 clients listen to a durable topic and are cut at random while it is published to;
/// in the middle the server is killed and started again. Who comes back says what it has seen last.
/// </summary>
internal static class ResumeLoad
{
    private const string Name = "gateway-resume";
    private const int ClientCount = 1_000;
    private const int PerSecond = 50;
    private const int CutsPerSecond = 200;
    private static readonly TimeSpan Half = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "1,000 clients cut at random, the server killed in the middle, private server", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        int port = Loopback.FreePort();
        string[] settings = [$"--History={Path.Combine(run.NewFolder("history"), "durable")}"];
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(run.Cancel);
        ends.CancelAfter(Patience + (10 * Half));
        var readers = new DurableReader[ClientCount];
        for (int i = 0; i < readers.Length; i++) readers[i] = new DurableReader(port, seed: i);
        var publisher = new DurablePublisher(port, PerSecond);
        Task[] reading = [];
        Task publishing;
        Task cutting;
        await using (PeerServer first = await GatewayServer.StartAsync(run, port, settings))
        {
            reading = Array.ConvertAll(readers, reader => Task.Run(() => reader.RunAsync(ends.Token)));
            await UntilAsync(() => readers.All(r => r.HasJoined), ends.Token);
            publishing = publisher.RunAsync(ends.Token);
            cutting = CutAsync(readers, ends.Token);
            await Task.Delay(Half, ends.Token);
            await first.KillAsync();
            BenchRun.Say($"  killed with {publisher.PublishedCount:N0} messages published");
        }

        await using PeerServer second = await GatewayServer.StartAsync(run, port, settings);
        await Task.Delay(Half, ends.Token);
        publisher.Stop();
        await publishing;
        long last = await DurablePublisher.LastOffsetAsync(port, ends.Token);
        bool isCaughtUp = await UntilAsync(() => readers.All(r => r.LastOffset >= last), ends.Token);
        await ends.CancelAsync();
        await Task.WhenAll([cutting, .. reading]);
        AddRows(rows, readers, last, isCaughtUp, publisher);
    }

    private static void AddRows(
        RowSink<LoadRow> rows, DurableReader[] readers, long last, bool isCaughtUp, DurablePublisher publisher)
    {
        long behind = isCaughtUp ? 0 : readers.Count(r => r.LastOffset < last);
        rows.Add(new LoadRow(Name, "messages of the topic", last, "messages", "", true));
        rows.Add(new LoadRow(Name, "messages seen", readers.Sum(r => r.SeenCount), "messages", "", true));
        rows.Add(new LoadRow(Name, "cuts by clients", readers.Sum(r => r.CutCount), "cuts", "", true));
        rows.Add(new LoadRow(Name, "resumed from an offset", readers.Sum(r => r.ResumedCount), "times", "", true));
        rows.Add(new LoadRow(Name, "gaps told", readers.Sum(r => r.GapCount), "gaps", "", true));
        rows.Add(None("missed without being told, or twice, or out of order", readers.Sum(r => r.DisorderCount)));
        rows.Add(None("clients whose messages differ", Differing(readers)));
        rows.Add(None("clients that did not catch up", behind));
        rows.Add(None("publications missing at the end", publisher.LostCount(readers)));
    }

    // All that were told of no gap have seen the same, so its digest is the same.
    private static long Differing(DurableReader[] readers)
    {
        DurableReader[] whole = Array.FindAll(readers, r => r.GapCount == 0);
        return whole.Length - (whole.Length == 0 ? 0 : whole.GroupBy(r => r.Digest).Max(g => g.Count()));
    }

    private static async Task CutAsync(DurableReader[] readers, CancellationToken cancel)
    {
        var random = new Random(7);
        while (!cancel.IsCancellationRequested)
        {
            readers[random.Next(readers.Length)].Cut();
            await Task.Delay(1000 / CutsPerSecond, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<bool> UntilAsync(Func<bool> isDone, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        while (!isDone())
        {
            if (Stopwatch.GetElapsedTime(start) > Patience) return false;
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }

        return true;
    }

    private static LoadRow None(string metric, long value) =>
        new(Name, metric, value, "", string.Create(CultureInfo.InvariantCulture, $"exactly {0}"), value == 0);
}
