namespace Catalog.Engine.Booking;

/// <summary>Adjacent seats of a row without an aisle between them.</summary>
/// <param name="FirstSeat">The leftmost seat.</param>
/// <param name="Count">Number of seats, 1 to 64.</param>
/// <param name="Row">The row.</param>
/// <param name="X">Half seats from the plan's left edge to the middle of the leftmost seat.</param>
public readonly record struct SeatBlock(ushort FirstSeat, byte Count, ushort Row, ushort X);
