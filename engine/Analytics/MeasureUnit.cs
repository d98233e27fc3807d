namespace Catalog.Engine.Analytics;

/// <summary>What a measure counts: how a number is shown.</summary>
public enum MeasureUnit : byte
{
    /// <summary>Pieces.</summary>
    Count = 0,

    /// <summary>Money, in hundredths.</summary>
    Cents = 1,

    /// <summary>A share: 0 to 1.</summary>
    Ratio = 2,

    /// <summary>Milliseconds.</summary>
    Milliseconds = 3,

    /// <summary>Bytes.</summary>
    Bytes = 4,

    /// <summary>Points: a rating, a score.</summary>
    Points = 5,
}
