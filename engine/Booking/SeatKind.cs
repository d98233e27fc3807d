namespace Catalog.Engine.Booking;

/// <summary>Whom a seat is meant for.</summary>
public enum SeatKind : byte
{
    /// <summary>Anyone.</summary>
    Standard = 0,

    /// <summary>A wheelchair user.</summary>
    Accessible = 1,

    /// <summary>Somebody who accompanies the guest in the accessible seat next to it.</summary>
    Companion = 2,
}
