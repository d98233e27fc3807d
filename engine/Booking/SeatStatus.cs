namespace Catalog.Engine.Booking;

/// <summary>What a seat is for sale as; the values are the two bits of <see cref="SeatMap.PackStatuses"/>.</summary>
public enum SeatStatus : byte
{
    /// <summary>Anyone may hold it.</summary>
    Free = 0,

    /// <summary>In exactly one hold.</summary>
    Held = 1,

    /// <summary>Paid for, or sold at the box office.</summary>
    Sold = 2,

    /// <summary>Taken off sale by the box office.</summary>
    Blocked = 3,
}
