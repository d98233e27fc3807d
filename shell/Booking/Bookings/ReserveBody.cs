using Catalog.Shell.Booking.Contracts;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>
/// A reservation's body: resolved against the showtime's plan while it was read, or as the contract has it.
/// </summary>
/// <param name="Wish">What is wanted, when the body was of the usual form and every seat is known.</param>
/// <param name="Request">The body, when it has to be looked at more closely.</param>
internal sealed record ReserveBody(ReserveWish Wish, ReserveRequest? Request);
