namespace Catalog.Shell.Booking.Contracts;

/// <summary>A seat.</summary>
/// <param name="Label">Row and number; what a reservation names it by.</param>
/// <param name="Row">Its row.</param>
/// <param name="Number">Its number in the row.</param>
/// <param name="X">Half seats from the plan's left edge to its middle.</param>
/// <param name="Zone">Its price zone.</param>
/// <param name="Kind"><c>standard</c>, <c>accessible</c> or <c>companion</c>.</param>
/// <param name="PriceCents">What it costs, in hundredths.</param>
/// <param name="Status"><c>free</c>, <c>held</c>, <c>sold</c> or <c>blocked</c>.</param>
public sealed record SeatAnswer(
    string Label, string Row, int Number, int X, string Zone, string Kind, int PriceCents, string Status);
