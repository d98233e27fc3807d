using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>
/// <c>chaos</c>: one thing after another is done to a cluster of real servers while buyers book at all of them.
/// </summary>
internal static class ChaosCommand
{
    private const string Name = "booking-chaos";
    private static readonly TimeSpan KillBar = TimeSpan.FromSeconds(3);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("chaos", "Kills, pauses and crashes parts of a cluster and looks for faults.");
        var rounds = new Option<int>("--rounds") { Description = "How often.", DefaultValueFactory = _ => 12 };
        var minutes = new Option<int>("--minutes") { Description = "Go on for so long instead of so often." };
        var nodes = new Option<int>("--nodes") { Description = "How many servers.", DefaultValueFactory = _ => 3 };
        var seed = new Option<int>("--seed") { Description = "What, and to whom.", DefaultValueFactory = _ => 1 };
        var json = new Option<FileInfo?>("--json") { Description = "Also write the rows to this file." };
        foreach (Option each in (Option[])[rounds, minutes, nodes, seed, json]) command.Options.Add(each);
        command.SetAction(async (parsed, cancel) =>
        {
            using var run = new BenchRun { Cancel = cancel };
            int seeded = parsed.GetValue(seed);
            await using ChaosRounds chaos = await ChaosRounds.StartAsync(run, seeded, parsed.GetValue(nodes));
            long start = Stopwatch.GetTimestamp();
            TimeSpan? until = parsed.GetValue(minutes) is > 0 and int wanted ? TimeSpan.FromMinutes(wanted) : null;
            var reports = new List<ChaosReport>();
            for (int i = 0; Goes(i) && reports.All(static each => each.Faults.Count == 0); i++)
            {
                // Each of them in turn, in an order of the seed's.
                ChaosDeed[] deeds = Enum.GetValues<ChaosDeed>();
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

    private static void Say(int round, ChaosReport report, BuyerTally all)
    {
        string verdict = report.Faults.Count == 0 ? "none lost, none doubled" : $"{report.Faults.Count} faults";
        BenchRun.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"round {round}: {report.Deed}, {report.WithoutService.TotalMilliseconds:0} ms without service, " +
            $"acknowledged so far {all.Reserved:N0} holds, {all.Confirmed:N0} payments, {verdict}"));
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
            bool isBarred = deed == ChaosDeed.KillNode;
            string bar = isBarred ? $"at most {KillBar.TotalMilliseconds}" : "";
            bool held = !isBarred || longestMs <= KillBar.TotalMilliseconds;
            Row($"{deed}: longest without service", longestMs, "ms", bar, held);
        }

        int faults = reports.Sum(static each => each.Faults.Count);
        Row("holds acknowledged", all.Reserved, "holds");
        Row("payments acknowledged", all.Confirmed, "payments");
        Row("requests cut off", all.CutOff, "requests");
        Row("bookings compared", all.Compared, "bookings");
        Row("times a shard was taken", reports.Max(static each => each.TakingCount), "times");
        Row("records of the journal checked for their owner", reports.Max(static each => each.RecordCount), "records");
        Row("lost, doubled, or written by who did not own it", faults, "faults", "exactly 0", faults == 0);

        void Row(string metric, double value, string unit, string bar = "", bool held = true) =>
            rows.Add(new LoadRow(Name, metric, value, unit, bar, held));
    }
}
