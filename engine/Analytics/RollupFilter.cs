namespace Catalog.Engine.Analytics;

/// <summary>Only rows with one of these values of a dimension.</summary>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Values">The values, at least one.</param>
public sealed record RollupFilter(string Dimension, IReadOnlyList<ulong> Values);
