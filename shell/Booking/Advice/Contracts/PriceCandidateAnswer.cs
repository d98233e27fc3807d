namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>A price and what it would bring from now on.</summary>
/// <param name="PriceCents">The base price, in hundredths.</param>
/// <param name="Seats">Seats still to be sold.</param>
/// <param name="RevenueCents">What those bring, in hundredths.</param>
public sealed record PriceCandidateAnswer(int PriceCents, double Seats, long RevenueCents);
