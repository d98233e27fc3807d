namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>Something unusual in how somebody plays.</summary>
/// <param name="Code">What: level, brevity, pace, jump, shortening, surprise, evenscores, and so on.</param>
/// <param name="Deviations">How many robust deviations from the middle of all players: a z-score.</param>
/// <param name="Words">A sentence.</param>
public sealed record AnomalyReasonAnswer(string Code, double Deviations, string Words);
