namespace Catalog.Engine.Booking;

/// <summary>What filters and orders ask of a showtime: a row in one cache line.</summary>
/// <param name="StartsAtMs">When it starts.</param>
/// <param name="Id">Its id.</param>
/// <param name="MovieSlot">Its film's slot.</param>
/// <param name="TheaterSlot">Its theater's slot.</param>
/// <param name="BaseCents">Its base price.</param>
/// <param name="Free">Free seats and places.</param>
/// <param name="Sold">Sold ones.</param>
/// <param name="Together">The most that are free side by side.</param>
/// <param name="IsCancelled">Whether it was called off.</param>
internal readonly record struct ShowtimeKeys(
    long StartsAtMs,
    ulong Id,
    int MovieSlot,
    int TheaterSlot,
    int BaseCents,
    int Free,
    int Sold,
    int Together,
    bool IsCancelled);
