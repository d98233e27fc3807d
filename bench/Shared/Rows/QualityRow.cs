namespace Catalog.Bench.Shared.Rows;

/// <summary>How well a model does on planted truth.</summary>
/// <param name="System">The system.</param>
/// <param name="Metric">What was measured.</param>
/// <param name="Value">The model's figure.</param>
/// <param name="Baseline">The figure of the simplest thing that could be done instead.</param>
/// <param name="Bar">The bar in words.</param>
/// <param name="Held">Whether the bar was held.</param>
internal sealed record QualityRow(string System, string Metric, double Value, double Baseline, string Bar, bool Held);
