using System.CommandLine;
using Catalog.Bench.Gateway.Hosts;
using Catalog.Bench.Gateway.Loads;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Gateway;

/// <summary>The WebSocket gateway, measured.</summary>
internal sealed class GatewayBench : IBenchSystem
{
    public string Name => "gateway";

    public IReadOnlyList<LoadScenario> Scenarios { get; } =
    [
        IdleLoad.Scenario, ReconnectLoad.Scenario, AbuseLoad.Scenario, ResumeLoad.Scenario, NodesLoad.Scenario,
    ];

    public IReadOnlyList<Command> Commands { get; } = [HostCommand.Create(), FanOutCommand.Create()];

    public Task VersusAsync(BenchRun run, RowSink<VersusRow> rows) => GatewayVersus.RunAsync(run, rows);

    public Task QualityAsync(BenchRun run, RowSink<QualityRow> rows) => Task.CompletedTask;
}
