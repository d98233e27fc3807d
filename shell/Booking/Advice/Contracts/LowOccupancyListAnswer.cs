namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>Showtimes that will stay emptier than they should, each with a price that would bring more.</summary>
/// <param name="Items">The showtimes, the soonest first.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Threshold">The occupancy they stay below.</param>
/// <param name="Basis">What was learned from.</param>
public sealed record LowOccupancyListAnswer(
    IReadOnlyList<PriceAdviceAnswer> Items, int Total, double Threshold, AdviceBasisAnswer Basis);
