namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>Showtimes to come, and what will have been sold of them.</summary>
/// <param name="Items">The showtimes.</param>
/// <param name="Total">How many there are of what was asked for.</param>
/// <param name="Low">Of all in that time, those with low demand.</param>
/// <param name="Medium">Those with medium demand.</param>
/// <param name="High">Those with high demand.</param>
/// <param name="Basis">What was learned from.</param>
public sealed record ShowDemandListAnswer(
    IReadOnlyList<ShowDemandAnswer> Items, int Total, int Low, int Medium, int High, AdviceBasisAnswer Basis);
