namespace Catalog.Engine.Leaderboards;

/// <summary>
/// A point in a ranking that stays where it is while members come, go and move: right behind an entry as it stood.
/// </summary>
/// <param name="Score">The entry's score.</param>
/// <param name="Stamp">When it was reached, in the ranking's own counting.</param>
public readonly record struct RankCursor(long Score, uint Stamp);
