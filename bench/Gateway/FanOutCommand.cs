using System.CommandLine;
using Catalog.Bench.Gateway.Generator;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Commands;
using Spectre.Console;

namespace Catalog.Bench.Gateway;

/// <summary><c>gateway-fan-out</c>: the fan-out against one server alone, for as long as a profiler needs.</summary>
internal static class FanOutCommand
{
    public static Command Create()
    {
        var command = new Command("gateway-fan-out", "Drives one gateway alone, as for a profile.");
        PeerKind[] kinds = [PeerKind.Catalog, .. PeerKind.Peers];
        var name = new Option<string>("--server-kind")
        {
            Description = $"How the server's name begins: {string.Join(", ", kinds.Select(k => k.Name))}.",
            DefaultValueFactory = _ => PeerKind.Catalog.Name,
        };
        var receivers = new Option<int>("--receivers") { DefaultValueFactory = _ => 1_000 };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 10 };
        command.Options.Add(name);
        command.Options.Add(receivers);
        command.Options.Add(seconds);
        command.SetAction(async (parsed, cancel) =>
        {
            using var run = new BenchRun
            {
                Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)), Cancel = cancel,
            };
            string wanted = parsed.GetValue(name)!;
            PeerKind kind = kinds.First(k => k.Name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase));
            return await Guarded.RunAsync(() => RunAsync(run, kind, parsed.GetValue(receivers))) ? 0 : 1;
        });
        return command;
    }

    private static async Task RunAsync(BenchRun run, PeerKind kind, int receivers)
    {
        await NpmPackages.InstallAsync();
        await using PeerServer server = await PeerServer.StartAsync(run, kind);
        BenchRun.Say($"  {kind.Name} is process {server.ProcessId}");
        FanOutScore score = await FanOut.MeasureAsync(server, receivers, TimeSpan.FromSeconds(2), run.Duration);
        AnsiConsole.MarkupLineInterpolated($"{kind.Name}, {receivers}: {score}");
    }
}
