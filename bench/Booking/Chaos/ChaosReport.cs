namespace Catalog.Bench.Booking.Chaos;

/// <summary>What a round came to.</summary>
/// <param name="Deed">What was done.</param>
/// <param name="WithoutService">The longest any showtime was without an answer.</param>
/// <param name="Owners">What the journal says of who wrote what.</param>
/// <param name="Events">What became of the journal's events; empty without a broker.</param>
/// <param name="Faults">What is wrong, in words.</param>
internal sealed record ChaosReport(
    ChaosDeed Deed,
    TimeSpan WithoutService,
    JournalOwners Owners,
    EventTally Events,
    IReadOnlyList<string> Faults);
