namespace Catalog.Engine.Leaderboards;

/// <summary>Somebody who comes up fast.</summary>
/// <param name="PlayerId">Who.</param>
/// <param name="Rank">The place now.</param>
/// <param name="RankBefore">The place then; 0 for behind the first hundred.</param>
/// <param name="Score">The total now.</param>
/// <param name="Gain">What was added since, as far as it is known; 0 for who was behind the first hundred.</param>
public readonly record struct Riser(ulong PlayerId, long Rank, long RankBefore, long Score, long Gain);
