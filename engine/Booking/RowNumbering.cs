namespace Catalog.Engine.Booking;

/// <summary>How the seats of a row are numbered and where the row begins.</summary>
/// <param name="First">The leftmost seat's number.</param>
/// <param name="Step">From a seat's number to its right neighbour's.</param>
/// <param name="Indent">Half seats from the plan's left edge to the first seat.</param>
internal readonly record struct RowNumbering(int First, int Step, int Indent);
