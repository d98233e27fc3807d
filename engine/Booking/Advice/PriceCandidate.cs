namespace Catalog.Engine.Booking.Advice;

/// <summary>A price and what it would bring from now on.</summary>
/// <param name="BaseCents">The base price, in hundredths.</param>
/// <param name="Seats">Seats still to be sold.</param>
/// <param name="RevenueCents">
/// What those bring, in hundredths, less what other showtimes lose to this one by it.
/// </param>
public readonly record struct PriceCandidate(int BaseCents, double Seats, double RevenueCents);
