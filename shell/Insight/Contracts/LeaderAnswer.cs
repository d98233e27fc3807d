using Catalog.Engine.Analytics;
using Catalog.Shell.Http;

namespace Catalog.Shell.Insight.Contracts;

/// <summary>What somebody did so far.</summary>
/// <param name="Id">Who.</param>
/// <param name="Label">What they are called; null when nobody knows.</param>
/// <param name="First">Their first act.</param>
/// <param name="Last">Their last one.</param>
/// <param name="Acts">How many.</param>
/// <param name="Amount">What they came to, less what was taken back.</param>
/// <param name="Periods">In how many periods there were any.</param>
public sealed record LeaderAnswer(
    string Id, string? Label, DateTime First, DateTime Last, long Acts, long Amount, int Periods)
{
    /// <summary>Shows it.</summary>
    public static LeaderAnswer Of(in Activity activity, string? label) => new(
        IdText.Of(activity.Id),
        label,
        RollupTableAnswer.TimeOf(activity.FirstMs),
        RollupTableAnswer.TimeOf(activity.LastMs),
        activity.Acts,
        activity.Amount,
        activity.Periods);
}
