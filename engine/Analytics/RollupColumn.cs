using System.Globalization;

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

    /// <summary>The rank of a quantile, 0 to 1.</summary>
    internal double Rank { get; init; }

    /// <summary>The columns of a measure.</summary>
    internal static IEnumerable<RollupColumn> Of(RollupSpec spec, MeasureSpec measure)
    {
        if (measure.Kind == MeasureKind.Quantiles)
        {
            foreach (int percentile in measure.Percentiles)
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"{measure.Name}_p{percentile}");
                string title = string.Create(CultureInfo.InvariantCulture, $"{measure.Title}, p{percentile}");
                yield return new RollupColumn(name, title, measure.Kind, measure.Unit)
                {
                    Measure = spec.FindMeasure(measure.Name),
                    Rank = percentile / 100d,
                };
            }

            yield break;
        }

        yield return new RollupColumn(measure.Name, measure.Title, measure.Kind, measure.Unit)
        {
            Measure = spec.FindMeasure(measure.Numerator ?? measure.Name),
            Divisor = measure.Denominator is { } divisor ? spec.FindMeasure(divisor) : -1,
        };
    }
}
