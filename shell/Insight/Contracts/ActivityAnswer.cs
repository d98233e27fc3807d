using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight.Contracts;

/// <summary>What is known of everybody together, and who leads.</summary>
/// <param name="Name">Who they are: <c>customers</c>.</param>
/// <param name="Unit">What amounts count: <c>cents</c>.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Returning">How many did more than one thing.</param>
/// <param name="Acts">What all did.</param>
/// <param name="Amount">What all of it came to, less what was taken back.</param>
/// <param name="MeanAmount">The mean of one: the lifetime value.</param>
/// <param name="Leaders">Those at the top.</param>
public sealed record ActivityAnswer(
    string Name,
    string Unit,
    int Count,
    int Returning,
    long Acts,
    long Amount,
    double MeanAmount,
    IReadOnlyList<LeaderAnswer> Leaders)
{
    /// <summary>Since when everything is known; null for all time.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Everything before this journal position is known.</summary>
    public long Position { get; init; }

    /// <summary>Everything that was durable then is known.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>Shows it.</summary>
    public static ActivityAnswer Of(
        IActivitySource source, in ActivityTotals totals, IReadOnlyList<LeaderAnswer> leaders) =>
        new(
            source.Spec.Name,
            source.Spec.Unit.ToString().ToLowerInvariant(),
            totals.Count,
            totals.Returning,
            totals.Acts,
            totals.Amount,
            totals.MeanAmount,
            leaders)
        {
            Since = source.SinceMs is { } since ? RollupTableAnswer.TimeOf(since) : null,
            Position = source.Position,
        };
}
