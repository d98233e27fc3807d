using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench;

/// <summary>A scenario for <c>load</c>.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Description">One line about it.</param>
/// <param name="RunAsync">Runs it and adds its rows.</param>
internal sealed record LoadScenario(string Name, string Description, Func<BenchRun, RowSink<LoadRow>, Task> RunAsync);
