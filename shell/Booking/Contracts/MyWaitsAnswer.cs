namespace Catalog.Shell.Booking.Contracts;

/// <summary>What somebody waits for, the last joined first.</summary>
/// <param name="Items">The waiting lists they are on, of shows that are still to come.</param>
public sealed record MyWaitsAnswer(IReadOnlyList<MyWaitAnswer> Items);
