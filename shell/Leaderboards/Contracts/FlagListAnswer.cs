namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Cases for review.</summary>
/// <param name="Items">The earliest first.</param>
/// <param name="HasMore">Whether there are further ones.</param>
/// <param name="NextCursor">Where to go on.</param>
public sealed record FlagListAnswer(IReadOnlyList<FlagAnswer> Items, bool HasMore, string? NextCursor);
