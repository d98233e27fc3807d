namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>Players with about the same probability of leaving.</summary>
/// <param name="From">From this probability.</param>
/// <param name="To">To this one.</param>
/// <param name="Players">How many.</param>
public sealed record RiskCountAnswer(double From, double To, int Players);
