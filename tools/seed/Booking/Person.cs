namespace Catalog.Seed.Booking;

/// <summary>Somebody who may book.</summary>
/// <param name="UserId">The account.</param>
/// <param name="City">The city by number.</param>
/// <param name="Home">Where in it.</param>
/// <param name="Genres">The genre liked best, and the next.</param>
/// <param name="Activity">How often, against others; 0 for those who only registered.</param>
/// <param name="IsThrifty">Whether cheaper seats will do.</param>
internal sealed record Person(
    ulong UserId, int City, (double North, double East) Home, (int First, int Second) Genres, double Activity,
    bool IsThrifty);
