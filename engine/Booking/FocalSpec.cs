namespace Catalog.Engine.Booking;

/// <summary>The point from which distances are measured when the best seats are looked for.</summary>
/// <param name="Row">The row's label.</param>
/// <param name="HalfSeats">Half seats from the plan's left edge.</param>
public sealed record FocalSpec(string Row, int HalfSeats);
