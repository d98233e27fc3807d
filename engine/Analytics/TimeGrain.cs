namespace Catalog.Engine.Analytics;

/// <summary>How long a bucket of time is. Buckets are of UTC; the order is from fine to coarse.</summary>
public enum TimeGrain : byte
{
    /// <summary>A minute.</summary>
    Minute = 0,

    /// <summary>An hour.</summary>
    Hour = 1,

    /// <summary>A day.</summary>
    Day = 2,

    /// <summary>A week, from Monday on (ISO 8601).</summary>
    Week = 3,

    /// <summary>A calendar month.</summary>
    Month = 4,

    /// <summary>All the time asked for, as one.</summary>
    All = 5,
}
