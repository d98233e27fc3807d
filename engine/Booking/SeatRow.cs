namespace Catalog.Engine.Booking;

/// <summary>A row of a plan.</summary>
/// <param name="Label">Its label.</param>
/// <param name="FirstSeat">Its leftmost seat; its others follow.</param>
/// <param name="SeatCount">Number of seats.</param>
/// <param name="FirstBlock">Its leftmost block; its others follow.</param>
/// <param name="BlockCount">Number of blocks.</param>
public readonly record struct SeatRow(string Label, int FirstSeat, int SeatCount, int FirstBlock, int BlockCount);
