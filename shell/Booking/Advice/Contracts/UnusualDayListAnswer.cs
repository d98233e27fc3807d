namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>Days that were not like others, the latest first.</summary>
/// <param name="Items">The days.</param>
/// <param name="Basis">What was learned from.</param>
public sealed record UnusualDayListAnswer(IReadOnlyList<UnusualDayAnswer> Items, AdviceBasisAnswer Basis);
