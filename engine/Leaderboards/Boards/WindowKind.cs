namespace Catalog.Engine.Leaderboards;

/// <summary>What a board spans. The numbers are wire ids and never change.</summary>
public enum WindowKind : byte
{
    /// <summary>Everything ever submitted.</summary>
    AllTime = 0,

    /// <summary>A day, from midnight UTC.</summary>
    Daily = 1,

    /// <summary>A week by ISO 8601, from Monday midnight UTC.</summary>
    Weekly = 2,

    /// <summary>A calendar month, UTC.</summary>
    Monthly = 3,

    /// <summary>A season: three calendar months, UTC, or less when it was ended early.</summary>
    Seasonal = 4,

    /// <summary>The last 24 hours, moving on by the hour.</summary>
    Sliding = 5,

    /// <summary>All time, with every score worth half after each half-life.</summary>
    Decaying = 6,

    /// <summary>An event or a tournament.</summary>
    Contest = 7,
}
