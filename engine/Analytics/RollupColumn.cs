namespace Catalog.Engine.Analytics;

/// <summary>A column of an answer.</summary>
/// <param name="Name">Its name: the measure's.</param>
/// <param name="Title">What people read.</param>
/// <param name="Kind">How it came about.</param>
/// <param name="Unit">What it counts.</param>
public sealed record RollupColumn(string Name, string Title, MeasureKind Kind, MeasureUnit Unit)
{
    /// <summary>The measure it shows, by index.</summary>
    internal int Measure { get; init; }

    /// <summary>What a ratio is divided by, by index.</summary>
    internal int Divisor { get; init; } = -1;
}
