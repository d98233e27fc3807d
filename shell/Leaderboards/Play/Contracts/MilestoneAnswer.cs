namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>When a player reaches a rank, if everybody goes on as they do.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Score">What it takes now.</param>
/// <param name="ScoreADay">How much more it takes every day; absent when that is not known yet.</param>
/// <param name="Outcome">held, reached, not_at_this_pace, too_far or too_few_days.</param>
/// <param name="Days">In how many days; absent unless it is reached.</param>
/// <param name="Earliest">One chance in ten lies before this many days.</param>
/// <param name="Latest">Nine chances in ten do; absent when that never comes.</param>
/// <param name="Words">A sentence.</param>
public sealed record MilestoneAnswer(
    long Rank,
    long Score,
    double? ScoreADay,
    string Outcome,
    double? Days,
    double? Earliest,
    double? Latest,
    string Words);
