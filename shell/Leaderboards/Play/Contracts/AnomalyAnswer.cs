namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>What the analyzer says of a player.</summary>
/// <param name="Score">How unusual the play is, 0 to 1; above 0.8 is flagged.</param>
/// <param name="Pattern">speed_hack, score_injection, bot, account_sharing or none.</param>
/// <param name="Games">Games it rests on.</param>
/// <param name="Reasons">What is unusual, the most unusual first.</param>
public sealed record AnomalyAnswer(
    double Score, string Pattern, int Games, IReadOnlyList<AnomalyReasonAnswer> Reasons);
