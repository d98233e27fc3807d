using System.CommandLine;
using BenchmarkDotNet.Running;

namespace Catalog.Bench.Shared.Commands;

/// <summary>
/// <c>micro [filter]</c>: the BenchmarkDotNet suites, in this process, so that nothing is built anew.
/// </summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var command = new Command("micro", "BenchmarkDotNet suites.");
        var filter = new Argument<string>("filter")
        {
            Description = "Which benchmarks, as a glob over Namespace.Type.Method.",
            DefaultValueFactory = _ => "*",
        };
        var job = new Option<string>("--job")
        {
            Description = "dry, short, medium or long.",
            DefaultValueFactory = _ => "short",
        };
        command.Arguments.Add(filter);
        command.Options.Add(job);
        command.SetAction(parsed =>
        {
            string glob = parsed.GetValue(filter)!;
            if (!glob.Contains('*', StringComparison.Ordinal)) glob = $"*{glob}*";
            string[] args = ["--filter", glob, "--job", parsed.GetValue(job)!, "--memory", "--inProcess"];
            BenchmarkSwitcher.FromAssembly(typeof(MicroCommand).Assembly).Run(args);
        });
        return command;
    }
}
