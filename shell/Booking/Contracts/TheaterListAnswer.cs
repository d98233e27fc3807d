namespace Catalog.Shell.Booking.Contracts;

/// <summary>A page of theaters, by name.</summary>
/// <param name="Items">The theaters.</param>
/// <param name="Total">How many the filter lets through on all pages.</param>
/// <param name="HasMore">Whether there are further ones.</param>
/// <param name="NextCursor">Where the next page begins; absent at the end.</param>
/// <param name="Cities">Every city there is a theater in.</param>
public sealed record TheaterListAnswer(
    IReadOnlyList<TheaterAnswer> Items, int Total, bool HasMore, string? NextCursor, IReadOnlyList<string> Cities);
