namespace Catalog.Engine.Leaderboards;

/// <summary>A new score of a member, by id.</summary>
/// <param name="Id">The member's id.</param>
/// <param name="Score">The score.</param>
/// <param name="Operator">What it does to the one there is.</param>
public readonly record struct ScoreUpdate(ulong Id, long Score, ScoreOperator Operator = ScoreOperator.Set);
