namespace Catalog.Engine.Booking;

/// <summary>A seat plan is not valid.</summary>
/// <param name="field">The field at fault, as a path: <c>rows[3].blocks[0]</c>.</param>
/// <param name="reason">What is wrong with it.</param>
public sealed class SeatPlanException(string field, string reason) : ArgumentException($"{field}: {reason}")
{
    /// <summary>The field at fault, as a path: <c>rows[3].blocks[0]</c>.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; } = reason;
}
