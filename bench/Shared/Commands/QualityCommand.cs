using System.CommandLine;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Shared.Commands;

/// <summary><c>quality &lt;system&gt; [--json FILE]</c>.</summary>
internal static class QualityCommand
{
    public static Command Create()
    {
        var command = new Command("quality", "Accuracy of the models on planted truth.");
        var system = new Argument<string>("system") { Description = "The system to measure." };
        system.AcceptOnlyFromAmong([.. Systems.All.Select(s => s.Name)]);
        command.Arguments.Add(system);
        CommonOptions options = new CommonOptions().AddTo(command);
        var scale = new Option<double>("--scale")
        {
            Description = "How much is seeded: 1 is all.",
            DefaultValueFactory = _ => 1,
        };
        command.Options.Add(scale);
        command.SetAction(async (parsed, cancel) =>
        {
            using BenchRun run = options.RunOf(parsed, cancel, parsed.GetValue(scale));
            var rows = new RowSink<QualityRow>();
            MachineFacts.Print(run.Folder);
            await Systems.All.First(s => s.Name == parsed.GetValue(system)).QualityAsync(run, rows);
            RowTables.Print(rows.Rows);
            rows.WriteTo(options.JsonOf(parsed), RowJson.Default.ListQualityRow);
            return rows.Rows.All(row => row.Held) ? 0 : 1;
        });
        return command;
    }
}
