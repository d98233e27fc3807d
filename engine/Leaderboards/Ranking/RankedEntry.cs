namespace Catalog.Engine.Leaderboards;

/// <summary>A line of a ranking over member numbers.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Rank">The ordinal rank, from 1.</param>
/// <param name="Score">The score.</param>
public readonly record struct RankedEntry(int Member, int Rank, long Score);
