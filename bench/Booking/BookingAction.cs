namespace Catalog.Bench.Booking;

/// <summary>What a buyer can do.</summary>
internal enum BookingAction
{
    Reserve = 1,
    Confirm,
    Release,
    Cancel,
}
