using System.CommandLine;
using Catalog.Bench.Booking.Chaos;
using Catalog.Bench.Booking.Quality;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Pictures;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Booking;

/// <summary>Seat booking, measured.</summary>
internal sealed class BookingBench : IBenchSystem
{
    public string Name => "booking";

    public IReadOnlyList<LoadScenario> Scenarios { get; } =
    [
        FlashSale.Scenario, RecoveryLoad.Scenario, BrowseLoad.Scenario, WebLoad.Scenario, SteadyLoad.Scenario,
        ClusterLoad.Scenario,
    ];

    public IReadOnlyList<Command> Commands { get; } =
        [KillRounds.CreateCommand(), ChaosCommand.Create()];

    public IReadOnlyList<string> PictureSettings => BookingConsole.Settings;

    public Task<IReadOnlyList<ScreenshotPage>> StageAsync(DemoSession demo, bool isNew) =>
        BookingPages.StageAsync(demo, isNew);

    public Task VersusAsync(BenchRun run, RowSink<VersusRow> rows) => BookingVersus.RunAsync(run, rows);

    public Task QualityAsync(BenchRun run, RowSink<QualityRow> rows) => BookingQuality.RunAsync(run, rows);
}
