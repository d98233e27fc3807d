using Catalog.Bench.Shared.Measure;

namespace Catalog.Bench.Shared.Engines;

/// <summary>What a run of a pipeline came to.</summary>
/// <param name="Commands">Commands answered.</param>
/// <param name="Granted">Those that did what they were for.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="GroupLatency">From posting a group to having its answers.</param>
internal sealed record PipelineScore(long Commands, long Granted, TimeSpan Elapsed, LatencyHistogram GroupLatency);
