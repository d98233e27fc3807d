namespace Catalog.Shell.Booking.Contracts;

/// <summary>A page of live holds, oldest first.</summary>
/// <param name="Items">The holds.</param>
/// <param name="HasMore">Whether there are further ones.</param>
/// <param name="NextCursor">Where the next page begins; absent at the end.</param>
public sealed record LiveHoldListAnswer(IReadOnlyList<LiveHoldAnswer> Items, bool HasMore, string? NextCursor);
