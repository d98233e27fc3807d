namespace Catalog.Engine.Booking;

/// <summary>The answer of a <see cref="SeatMap"/> to a request.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Token">The hold's token when a hold was made, extended or transferred; else none.</param>
/// <param name="Seat">The first seat that stood in the way, or -1.</param>
public readonly record struct SeatOutcome(SeatResult Result, HoldToken Token, int Seat)
{
    /// <summary>Whether it was done.</summary>
    public bool IsOk => Result == SeatResult.Ok;

    /// <summary>An outcome without a token.</summary>
    internal static SeatOutcome Of(SeatResult result, int seat = -1) => new(result, HoldToken.None, seat);
}
