using System.CommandLine;
using Catalog.Bench.Shared.Http;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Shared.Commands;

/// <summary><c>load &lt;scenario&gt; [--json FILE]</c>; fails when a bar was missed.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var command = new Command("load", "Drives a server, open-loop, with coordinated omission corrected.");
        LoadScenario[] scenarios = [ServerFloor.Scenario, .. Systems.All.SelectMany(s => s.Scenarios)];
        string names = string.Join("; ", scenarios.Select(s => $"{s.Name}: {s.Description}"));
        var scenario = new Argument<string>("scenario") { Description = names };
        scenario.AcceptOnlyFromAmong([.. scenarios.Select(s => s.Name)]);
        command.Arguments.Add(scenario);
        CommonOptions options = new CommonOptions().AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using BenchRun run = options.RunOf(parsed, cancel);
            var rows = new RowSink<LoadRow>();
            MachineFacts.Print(run.Folder);
            LoadScenario wanted = scenarios.First(s => s.Name == parsed.GetValue(scenario));
            bool isWhole = await Guarded.RunAsync(() => wanted.RunAsync(run, rows));
            RowTables.Print(rows.Rows);
            rows.WriteTo(options.JsonOf(parsed), RowJson.Default.ListLoadRow);
            return isWhole && rows.Rows.All(row => row.Held) ? 0 : 1;
        });
        return command;
    }
}
