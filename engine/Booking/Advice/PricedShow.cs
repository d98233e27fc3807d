namespace Catalog.Engine.Booking.Advice;

/// <summary>What a past showtime says of prices.</summary>
/// <param name="Sold">Seats sold in the end.</param>
/// <param name="Log">The logarithm of what was to be expected, whatever the price.</param>
/// <param name="Price">The logarithm of price over usual price.</param>
internal readonly record struct PricedShow(int Sold, double Log, double Price);
