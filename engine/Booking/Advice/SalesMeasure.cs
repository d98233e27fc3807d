namespace Catalog.Engine.Booking.Advice;

/// <summary>What is counted a day.</summary>
public enum SalesMeasure : byte
{
    /// <summary>Bookings that were paid, cancelled since or not.</summary>
    Bookings,

    /// <summary>What was paid for them, in hundredths.</summary>
    Revenue,
}
