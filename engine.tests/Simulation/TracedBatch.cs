namespace Catalog.Engine.Tests.Simulation;

/// <summary>What one turn handed to the journal.</summary>
/// <param name="Facts">The facts, in order.</param>
/// <param name="EndCount">How many facts the journal has ever had once this batch is durable.</param>
internal sealed record TracedBatch(IReadOnlyList<Fact> Facts, int EndCount);
