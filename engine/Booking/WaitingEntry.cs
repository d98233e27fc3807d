namespace Catalog.Engine.Booking;

/// <summary>Somebody on a <see cref="WaitingList"/>.</summary>
/// <param name="Wish">What they wait for.</param>
/// <param name="JoinedMs">Since when, milliseconds since 1970.</param>
public readonly record struct WaitingEntry(WaitingWish Wish, long JoinedMs);
