namespace Catalog.Engine.Booking;

/// <summary>Where an extended hold is now.</summary>
/// <param name="Token">Its present token.</param>
/// <param name="Extensions">How often it was extended.</param>
internal readonly record struct RenewedHold(HoldToken Token, int Extensions);
