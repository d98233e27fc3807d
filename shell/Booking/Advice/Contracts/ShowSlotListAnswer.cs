namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>Times of the week, the one that would bring most first.</summary>
/// <param name="Items">The times.</param>
/// <param name="Basis">What was learned from.</param>
public sealed record ShowSlotListAnswer(IReadOnlyList<ShowSlotAnswer> Items, AdviceBasisAnswer Basis);
