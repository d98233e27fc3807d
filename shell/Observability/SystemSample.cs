namespace Catalog.Shell.Observability;

/// <summary>What the counters said at some moment; two of them make a rate.</summary>
/// <param name="Timestamp">The moment, as a timestamp of the machine's clock.</param>
/// <param name="Commands">Commands decided, by shard.</param>
/// <param name="Batches">Batches, by shard.</param>
/// <param name="Http">All requests.</param>
/// <param name="Commit">All commits.</param>
/// <param name="Decide">All turns that decided something.</param>
/// <param name="Cpu">Processor time used.</param>
internal sealed record SystemSample(
    long Timestamp,
    long[] Commands,
    long[] Batches,
    DurationCounts Http,
    DurationCounts Commit,
    DurationCounts Decide,
    TimeSpan Cpu);
