namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>How good a mode's flags are, by what humans made of them.</summary>
/// <param name="GameMode">The mode.</param>
/// <param name="Open">Cases that wait for review.</param>
/// <param name="Analyzer">The analyzer's flags.</param>
/// <param name="Rules">The rules' flags.</param>
/// <param name="KnownCheaters">Players whom a human upheld a case against or banned.</param>
/// <param name="Missed">Of those, whom the analyzer had not flagged.</param>
/// <param name="Recall">The share it had flagged, an estimate; absent while none is known.</param>
/// <param name="Patterns">The analyzer's flags by pattern.</param>
/// <param name="BrokenRules">Submissions by the rules they broke.</param>
/// <param name="KnowsAnomalies">Whether there is enough play to tell what is unusual.</param>
/// <param name="TrainedAt">When what is usual was last learned; absent since the start.</param>
public sealed record AntiCheatAnswer(
    string GameMode,
    int Open,
    FlagCountsAnswer Analyzer,
    FlagCountsAnswer Rules,
    int KnownCheaters,
    int Missed,
    double? Recall,
    IReadOnlyList<FlagCountsAnswer> Patterns,
    IReadOnlyList<RuleCountAnswer> BrokenRules,
    bool KnowsAnomalies,
    DateTime? TrainedAt);
