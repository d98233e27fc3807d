namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>What the top gets when a window ends.</summary>
/// <param name="MaxRank">The last rank that gets it, unless an earlier reward fits.</param>
/// <param name="Reward">What it is.</param>
public sealed record RewardAnswer(int MaxRank, string Reward);
