namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>What became of flags of one kind.</summary>
/// <param name="Name">analyzer, rules, or a pattern.</param>
/// <param name="Raised">Cases it was in.</param>
/// <param name="TruePositives">Of those, what a human upheld.</param>
/// <param name="FalsePositives">Of those, what a human cleared.</param>
/// <param name="Precision">The share of the decided ones that was upheld; absent while none was decided.</param>
public sealed record FlagCountsAnswer(
    string Name, long Raised, long TruePositives, long FalsePositives, double? Precision);
