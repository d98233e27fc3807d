namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Tells a cache that a board's first hundred are others now.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="Type">What the board spans.</param>
/// <param name="Region">The region; null for all.</param>
/// <param name="Path">Where they are read.</param>
/// <param name="EntityTag">Their <c>ETag</c> now.</param>
/// <param name="At">When the cache was told.</param>
internal sealed record BoardPurge(
    string GameMode, string Type, string? Region, string Path, string EntityTag, DateTime At);
