namespace Catalog.Shell.Booking.Contracts;

/// <summary>What a party wants, when the showtime is to choose.</summary>
/// <param name="Count">How many people, 1 to 10.</param>
/// <param name="Accessible">How many of them need an accessible seat.</param>
/// <param name="Zones">The price zones they would sit in; any when absent.</param>
/// <param name="MaxPriceCents">The most a seat may cost, in hundredths.</param>
/// <param name="AllowSplit">Whether they may sit apart.</param>
/// <param name="AllowOrphans">Whether a single seat may be left alone next to them.</param>
public sealed record BestSeatsRequest(
    int Count,
    int Accessible = 0,
    IReadOnlyList<string>? Zones = null,
    int? MaxPriceCents = null,
    bool AllowSplit = false,
    bool AllowOrphans = true);
