namespace Catalog.Bench.Booking.Chaos;

/// <summary>What a round came to.</summary>
/// <param name="Deed">What was done.</param>
/// <param name="WithoutService">The longest any showtime was without an answer.</param>
/// <param name="RecordCount">Records of the journal that were looked at.</param>
/// <param name="TakingCount">How often a shard was taken so far.</param>
/// <param name="Faults">What is wrong, in words.</param>
internal sealed record ChaosReport(
    ChaosDeed Deed, TimeSpan WithoutService, long RecordCount, int TakingCount, IReadOnlyList<string> Faults);
