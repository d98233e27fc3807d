namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>What players of a tier paid.</summary>
/// <param name="Tier">The tier; <c>unrated</c> for those without one.</param>
/// <param name="Payers">How many paid.</param>
/// <param name="Revenue">How much.</param>
public sealed record RevenueTierAnswer(string Tier, int Payers, long Revenue);
