namespace Catalog.Engine.Leaderboards;

/// <summary>How long somebody has been among the first.</summary>
/// <param name="PlayerId">Who.</param>
/// <param name="Rank">The place now.</param>
/// <param name="Score">The total now.</param>
/// <param name="Days">Days in a row until now, this one included.</param>
/// <param name="AllDays">Days altogether, of those looked at.</param>
public readonly record struct Reign(ulong PlayerId, long Rank, long Score, int Days, int AllDays);
