namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>How far newcomers have come some days after their first game.</summary>
/// <param name="Age">Days since.</param>
/// <param name="Players">How many there were of that age, on all days together.</param>
/// <param name="Ahead">The share of the board they were ahead of, on average.</param>
/// <param name="InTopTenth">The share of them among the best tenth.</param>
public sealed record ClimbAnswer(int Age, int Players, double Ahead, double InTopTenth);
