using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>A showtime whose seats stand otherwise in the view than in its partition.</summary>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Seats">How they stand.</param>
/// <param name="View">How the view has them.</param>
/// <param name="IsSettled">Whether no seat changed hands meanwhile.</param>
public readonly record struct InventoryDrift(
    ulong ShowtimeId, ShowtimeAvailability Seats, ShowtimeAvailability View, bool IsSettled);
