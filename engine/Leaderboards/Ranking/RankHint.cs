namespace Catalog.Engine.Leaderboards;

/// <summary>Where a change of a score will probably lead.</summary>
/// <param name="Key">The key it leads to.</param>
/// <param name="Above">The inner node above its leaf; -1 when the leaf stays the same, or is not known.</param>
internal readonly record struct RankHint(RankKey Key, int Above);
