namespace Catalog.Engine.Leaderboards;

/// <summary>A new score of a member, by number.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Score">The score.</param>
/// <param name="Operator">What it does to the one there is.</param>
public readonly record struct MemberScore(int Member, long Score, ScoreOperator Operator = ScoreOperator.Set);
