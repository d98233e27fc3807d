namespace Catalog.Shell.Booking.Contracts;

/// <summary>A price zone.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PriceCents">What a place in it costs, in hundredths.</param>
public sealed record ZoneAnswer(string Name, int PriceCents);
