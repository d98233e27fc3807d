using System.CommandLine;
using Catalog.Bench.Shared.Commands;
using Catalog.Bench.Shared.Pictures;
using Spectre.Console;

namespace Catalog.Bench;

/// <summary>Speed, load and quality, measured: <c>versus</c>, <c>load</c>, <c>quality</c>, <c>micro</c>.</summary>
internal static class Program
{
    private const int PrintedWidth = 180;

    private static Task<int> Main(string[] args)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = PrintedWidth;
        var root = new RootCommand("Catalog's measurements: side by side with real peers, under load, and in detail.");
        root.Subcommands.Add(VersusCommand.Create());
        root.Subcommands.Add(LoadCommand.Create());
        root.Subcommands.Add(QualityCommand.Create());
        root.Subcommands.Add(MicroCommand.Create());
        root.Subcommands.Add(MockKafkaCommand.Create());
        root.Subcommands.Add(ScreenshotsCommand.Create());
        foreach (IBenchSystem system in Systems.All)
        {
            foreach (Command extra in system.Commands) root.Subcommands.Add(extra);
        }

        return root.Parse(args).InvokeAsync();
    }
}
