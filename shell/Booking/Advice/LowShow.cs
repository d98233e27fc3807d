using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Advice;

/// <summary>A showtime that may be too empty.</summary>
/// <param name="Show">The showtime.</param>
/// <param name="MissingSeats">Seats expected to be missing to the limit; negative when it is above.</param>
internal readonly record struct LowShow(UpcomingShowtime Show, double MissingSeats);
