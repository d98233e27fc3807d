using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Admin;

/// <summary>A box-office request that was understood.</summary>
/// <param name="Seats">The seats; empty when it is about places.</param>
/// <param name="Area">The area.</param>
/// <param name="Places">How many of its places; 0 when it is about seats.</param>
internal readonly record struct BlockWish(SeatSet Seats, byte Area, int Places);
