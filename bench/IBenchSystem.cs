using System.CommandLine;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Pictures;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench;

/// <summary>
/// What one system has to show; it lives in the system's own folder and is listed in <see cref="Systems"/>.
/// </summary>
internal interface IBenchSystem
{
    /// <summary>The system's name on the command line.</summary>
    string Name { get; }

    /// <summary>Scenarios for <c>load</c>.</summary>
    IReadOnlyList<LoadScenario> Scenarios { get; }

    /// <summary>Commands of its own, beside the common ones.</summary>
    IReadOnlyList<Command> Commands { get; }

    /// <summary>How the server is set up for pictures, so that there is something to see soon.</summary>
    IReadOnlyList<string> PictureSettings => [];

    /// <summary>Sets up what is on pictures of the system's pages.</summary>
    /// <param name="demo">The demo's people.</param>
    /// <param name="isNew">Whether the server was just started for it.</param>
    /// <returns>The pages.</returns>
    Task<IReadOnlyList<ScreenshotPage>> StageAsync(DemoSession demo, bool isNew) =>
        Task.FromResult<IReadOnlyList<ScreenshotPage>>([]);

    /// <summary>Runs the same workloads against the peers and against us.</summary>
    Task VersusAsync(BenchRun run, RowSink<VersusRow> rows);

    /// <summary>Measures the models on planted truth.</summary>
    Task QualityAsync(BenchRun run, RowSink<QualityRow> rows);
}
