namespace Catalog.Engine.Analytics;

/// <summary>How the values of a measure become one.</summary>
public enum MeasureKind : byte
{
    /// <summary>How many of something: the values, rarely other than one, are added up.</summary>
    Count = 0,

    /// <summary>How much of something: the values are added up.</summary>
    Sum = 1,

    /// <summary>The least value.</summary>
    Min = 2,

    /// <summary>The greatest value.</summary>
    Max = 3,

    /// <summary>One measure divided by another, made when it is asked for: an average, a share, a rate.</summary>
    Ratio = 4,

    /// <summary>How many different values, such as people: see <see cref="Sketches.HyperLogLog"/>.</summary>
    Distinct = 5,

    /// <summary>Quantiles of the values, a column each: see <see cref="Sketches.DDSketch"/>.</summary>
    Quantiles = 6,
}
