namespace Catalog.Engine.Booking;

/// <summary>What is known of a hold at a moment.</summary>
public enum HoldStatus : byte
{
    /// <summary>No hold has this token: confirmed, released, swept, superseded, or never given.</summary>
    Unknown = 0,

    /// <summary>It stands: its expiry is later than now.</summary>
    Alive = 1,

    /// <summary>Its expiry has come, and nobody has swept it yet. Its seats are not its owner's any more.</summary>
    Lapsed = 2,
}
