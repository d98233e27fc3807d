using System.CommandLine;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Shared.Commands;

/// <summary><c>versus &lt;system&gt; [--json FILE]</c>.</summary>
internal static class VersusCommand
{
    public static Command Create()
    {
        var command = new Command("versus", "Side by side with real peers, started privately and stopped again.");
        var system = new Argument<string>("system") { Description = "The system to measure." };
        system.AcceptOnlyFromAmong([.. Systems.All.Select(s => s.Name)]);
        command.Arguments.Add(system);
        CommonOptions options = new CommonOptions().AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using BenchRun run = options.RunOf(parsed, cancel);
            var rows = new RowSink<VersusRow>();
            MachineFacts.Print(run.Folder);
            IBenchSystem measured = Systems.All.First(s => s.Name == parsed.GetValue(system));
            bool isWhole = await Guarded.RunAsync(() => measured.VersusAsync(run, rows));
            RowTables.Print(rows.Rows);
            rows.WriteTo(options.JsonOf(parsed), RowJson.Default.ListVersusRow);
            return isWhole ? 0 : 1;
        });
        return command;
    }
}
