namespace Catalog.Engine.Booking;

/// <summary>Names a hold and who claims it.</summary>
/// <param name="UserId">Who claims it.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="Token">The fencing token the claimant knows, or none to take the hold as it is.</param>
public readonly record struct HoldReference(ulong UserId, ulong BookingId, HoldToken Token = default);
