namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>How often a rule was broken.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Submissions">Submissions that broke it.</param>
public sealed record RuleCountAnswer(string Rule, long Submissions);
