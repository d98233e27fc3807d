namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>Players of some days.</summary>
/// <param name="Items">The players, in the order they first came.</param>
/// <param name="NextCursor">Where to go on; absent at the end.</param>
public sealed record CrowdPlayerListAnswer(IReadOnlyList<CrowdPlayerAnswer> Items, string? NextCursor);
