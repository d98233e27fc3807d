namespace Catalog.Engine.Booking;

/// <summary>How seats or places change hands, as the read model counts them.</summary>
internal enum SeatChange : byte
{
    /// <summary>From free to held.</summary>
    Held = 0,

    /// <summary>From held to free: released, or lapsed.</summary>
    Released = 1,

    /// <summary>From held to sold.</summary>
    Sold = 2,

    /// <summary>From free to sold.</summary>
    SoldDirectly = 3,

    /// <summary>From sold to free.</summary>
    Returned = 4,

    /// <summary>From free to blocked.</summary>
    Blocked = 5,

    /// <summary>From blocked to free.</summary>
    Unblocked = 6,
}
