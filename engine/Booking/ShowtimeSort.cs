namespace Catalog.Engine.Booking;

/// <summary>What showtimes are put in order by; what is equal comes in the order it starts, then by id.</summary>
public enum ShowtimeSort : byte
{
    /// <summary>When they start.</summary>
    Time = 0,

    /// <summary>Their base price.</summary>
    Price = 1,

    /// <summary>How many places are sold.</summary>
    Popularity = 2,
}
