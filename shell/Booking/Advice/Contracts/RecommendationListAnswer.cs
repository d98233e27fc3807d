namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>Films somebody may like.</summary>
/// <param name="Items">The films, the best first.</param>
/// <param name="IsPersonal">Whether they rest on the caller's own bookings; else on what is popular.</param>
/// <param name="City">The city they are near; absent when none is known.</param>
/// <param name="Basis">What they were learned from.</param>
public sealed record RecommendationListAnswer(
    IReadOnlyList<RecommendationAnswer> Items, bool IsPersonal, string? City, AdviceBasisAnswer Basis);
