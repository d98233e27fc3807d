using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>
/// <c>chaos</c>: one thing after another is done to a cluster of real servers, and to what it stands on, while buyers
/// book at all of them.
/// </summary>
internal static class ChaosCommand
{
    private const string Name = "booking-chaos";
    private static readonly TimeSpan KillBar = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan UnnoticedBar = TimeSpan.FromSeconds(1);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("chaos", "Kills, pauses and crashes parts of a cluster and looks for faults.");
        var rounds = new Option<int>("--rounds") { Description = "How often.", DefaultValueFactory = _ => 12 };
        var minutes = new Option<int>("--minutes") { Description = "Go on for so long instead of so often." };
        var nodes = new Option<int>("--nodes") { Description = "How many servers.", DefaultValueFactory = _ => 3 };
        var seed = new Option<int>("--seed") { Description = "What, and to whom.", DefaultValueFactory = _ => 1 };
        var kafka = new Option<string?>("--kafka") { Description = "The folder of Apache Kafka's jar files." };
        var only = new Option<ChaosDeed?>("--only") { Description = "Nothing but this." };
        var json = new Option<FileInfo?>("--json") { Description = "Also write the rows to this file." };
        foreach (Option each in (Option[])[rounds, minutes, nodes, seed, kafka, only, json]) command.Options.Add(each);
        command.SetAction(async (parsed, cancel) =>
        {
            using var run = new BenchRun { Cancel = cancel };
            int seeded = parsed.GetValue(seed);
            var options = new ChaosOptions
            {
                Seed = seeded,
                NodeCount = parsed.GetValue(nodes),
                KafkaLibraries = parsed.GetValue(kafka),
            };
            await using ChaosRounds chaos = await ChaosRounds.StartAsync(run, options);
            long start = Stopwatch.GetTimestamp();
            TimeSpan? until = parsed.GetValue(minutes) is > 0 and int wanted ? TimeSpan.FromMinutes(wanted) : null;
            var reports = new List<ChaosReport>();
            for (int i = 0; Goes(i) && reports.All(static each => each.Faults.Count == 0); i++)
            {
                // Each of them in turn, in an order of the seed's.
                ChaosDeed[] deeds = parsed.GetValue(only) is { } one ? [one] : chaos.Deeds;
                new Random(HashCode.Combine(seeded, i / deeds.Length)).Shuffle(deeds);
                ChaosReport report = await chaos.RunAsync(deeds[i % deeds.Length]);
                reports.Add(report);
                Say(i + 1, report, chaos.Tally);
            }

            var rows = new RowSink<LoadRow>();
            Write(rows, reports, chaos.Tally);
            RowTables.Print(rows.Rows);
            rows.WriteTo(parsed.GetValue(json), RowJson.Default.ListLoadRow);
            return rows.Rows.All(static row => row.Held) ? 0 : 1;

            bool Goes(int round) => until is { } end
                ? Stopwatch.GetElapsedTime(start) < end
                : round < parsed.GetValue(rounds);
        });
        return command;
    }

    /// <summary>What is not there for the moment must not be noticed, apart from a node's death.</summary>
    private static TimeSpan? BarOf(ChaosDeed deed) => deed switch
    {
        ChaosDeed.KillNode => KillBar,
        ChaosDeed.StopRedis or ChaosDeed.StopBroker => UnnoticedBar,
        _ => null,
    };

    private static void Say(int round, ChaosReport report, BuyerTally all)
    {
        string verdict = report.Faults.Count == 0 ? "none lost, none doubled" : $"{report.Faults.Count} faults";
        BenchRun.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"round {round}: {report.Deed}, {report.WithoutService.TotalMilliseconds:0} ms without service, " +
            $"acknowledged so far {all.Reserved:N0} holds, {all.Confirmed:N0} payments, " +
            $"events {report.Events.Written:N0}, {report.Events.Again:N0} of them came again, {verdict}"));
        foreach (string fault in report.Faults) BenchRun.Say($"  {fault}");
    }

    private static void Write(RowSink<LoadRow> rows, List<ChaosReport> reports, BuyerTally all)
    {
        foreach (ChaosDeed deed in Enum.GetValues<ChaosDeed>())
        {
            ChaosReport[] of = [.. reports.Where(each => each.Deed == deed)];
            if (of.Length == 0) continue;
            Row($"{deed}: rounds", of.Length, "rounds");
            double longestMs = of.Max(static each => each.WithoutService.TotalMilliseconds);
            double? barMs = BarOf(deed)?.TotalMilliseconds;
            string bar = barMs is null ? "" : $"at most {barMs}";
            Row($"{deed}: longest without service", longestMs, "ms", bar, barMs is null || longestMs <= barMs);
        }

        int faults = reports.Sum(static each => each.Faults.Count);
        Row("holds acknowledged", all.Reserved, "holds");
        Row("payments acknowledged", all.Confirmed, "payments");
        Row("requests cut off", all.CutOff, "requests");
        Row("bookings compared", all.Compared, "bookings");
        Row("times a shard was taken", reports.Max(static each => each.Owners.TakingCount), "times");
        Row(
            "records of the journal checked for their owner",
            reports.Max(static each => each.Owners.RecordCount),
            "records");
        Row("events of the journal looked for on topics", reports.Sum(static each => each.Events.Written), "events");
        Row("events that came again", reports.Sum(static each => each.Events.Again), "messages");
        Row("lost, doubled, missed, or written by who did not own it", faults, "faults", "exactly 0", faults == 0);

        void Row(string metric, double value, string unit, string bar = "", bool held = true) =>
            rows.Add(new LoadRow(Name, metric, value, unit, bar, held));
    }
}
