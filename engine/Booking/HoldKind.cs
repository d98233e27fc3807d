namespace Catalog.Engine.Booking;

/// <summary>Why seats are held.</summary>
public enum HoldKind : byte
{
    /// <summary>A customer chose them and is paying.</summary>
    Hold = 0,

    /// <summary>They are offered to somebody from the waiting list.</summary>
    Offer = 1,
}
