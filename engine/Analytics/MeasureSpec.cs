namespace Catalog.Engine.Analytics;

/// <summary>A number a rollup keeps for every combination of its dimensions in every bucket of time.</summary>
/// <param name="Name">Its name in queries: <c>total_revenue</c>.</param>
/// <param name="Title">What people read.</param>
/// <param name="Kind">How values become one.</param>
/// <param name="Unit">What it counts.</param>
public sealed record MeasureSpec(string Name, string Title, MeasureKind Kind, MeasureUnit Unit)
{
    /// <summary>
    /// Stands for no value where an event has none for a measure. Added to a count or a sum, it adds nothing.
    /// </summary>
    public const long None = long.MinValue;

    /// <summary>For a ratio: the measure that is divided.</summary>
    public string? Numerator { get; init; }

    /// <summary>For a ratio: the measure it is divided by. Where that is 0 there is no ratio.</summary>
    public string? Denominator { get; init; }

    /// <summary>For different values: 2^precision registers, a standard error of 1.04 / √2^precision.</summary>
    public int Precision { get; init; } = 11;

    /// <summary>For quantiles: the share of its value each may be off by.</summary>
    public double Accuracy { get; init; } = 0.01;

    /// <summary>For quantiles: the percentiles shown, a column each, such as <c>lead_time_p50</c>.</summary>
    public IReadOnlyList<int> Percentiles { get; init; } = [50, 90, 99];

    /// <summary>Whether it is made from others when it is asked for, and no value of it is given.</summary>
    public bool IsDerived => Kind == MeasureKind.Ratio;

    /// <summary>How many of something.</summary>
    public static MeasureSpec Count(string name, string title) =>
        new(name, title, MeasureKind.Count, MeasureUnit.Count);

    /// <summary>How much of something.</summary>
    public static MeasureSpec Sum(string name, string title, MeasureUnit unit = MeasureUnit.Count) =>
        new(name, title, MeasureKind.Sum, unit);

    /// <summary>The least of something.</summary>
    public static MeasureSpec Min(string name, string title, MeasureUnit unit) =>
        new(name, title, MeasureKind.Min, unit);

    /// <summary>The greatest of something.</summary>
    public static MeasureSpec Max(string name, string title, MeasureUnit unit) =>
        new(name, title, MeasureKind.Max, unit);

    /// <summary>How many different ones: the values are ids.</summary>
    public static MeasureSpec Distinct(string name, string title) =>
        new(name, title, MeasureKind.Distinct, MeasureUnit.Count);

    /// <summary>Quantiles of something.</summary>
    public static MeasureSpec Quantiles(string name, string title, MeasureUnit unit) =>
        new(name, title, MeasureKind.Quantiles, unit);

    /// <summary>One measure divided by another.</summary>
    /// <param name="name">Its name in queries.</param>
    /// <param name="title">What people read.</param>
    /// <param name="of">The measures: what is divided, and by what.</param>
    /// <param name="unit">What it counts: a share, or what the divided measure counts for an average.</param>
    public static MeasureSpec Ratio(
        string name, string title, (string Numerator, string Denominator) of, MeasureUnit unit = MeasureUnit.Ratio) =>
        new(name, title, MeasureKind.Ratio, unit) { Numerator = of.Numerator, Denominator = of.Denominator };
}
