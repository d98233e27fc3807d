namespace Catalog.Shell.Insight.Contracts;

/// <summary>A system's rollups.</summary>
/// <param name="Rollups">All of them.</param>
public sealed record RollupListAnswer(IReadOnlyList<RollupAnswer> Rollups);
