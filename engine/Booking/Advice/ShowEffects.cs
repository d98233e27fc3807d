namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// What is to be expected of a showtime nothing is sold of yet, as a sum of logarithms: the usual showtime, and what
/// its slot in the week, its theater, its film and the latest trend make of that.
/// </summary>
internal readonly record struct ShowEffects(double Usual, double Slot, double Theater, double Film, double Trend)
{
    public double Log => Usual + Slot + Theater + Film + Trend;
}
