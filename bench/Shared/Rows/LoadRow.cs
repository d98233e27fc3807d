namespace Catalog.Bench.Shared.Rows;

/// <summary>One figure of a load scenario and the bar it has to hold.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Metric">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Bar">The bar in words, or empty when the figure only informs.</param>
/// <param name="Held">Whether the bar was held.</param>
internal sealed record LoadRow(string Scenario, string Metric, double Value, string Unit, string Bar, bool Held);
