namespace Catalog.Engine.Leaderboards;

/// <summary>A line of a ranking over ids.</summary>
/// <param name="Id">The member's id.</param>
/// <param name="Score">The score.</param>
/// <param name="Rank">The ordinal rank, from 1; 0 for who is not ranked.</param>
public readonly record struct RankedRow(ulong Id, long Score, int Rank);
