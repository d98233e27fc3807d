namespace Catalog.Shell.Alerts;

/// <summary>Narrows a rule to some values of a dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Values">Its values.</param>
public sealed record AlertFilter(string Dimension, IReadOnlyList<ulong> Values);
