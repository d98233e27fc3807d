using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight.Contracts;

/// <summary>Of those who began together, how many are still there.</summary>
/// <param name="Name">Who they are: <c>customers</c>.</param>
/// <param name="Period">How long a period is: <c>week</c>.</param>
/// <param name="Cohorts">Those who began in each period, in order.</param>
public sealed record RetentionAnswer(string Name, string Period, IReadOnlyList<CohortAnswer> Cohorts)
{
    /// <summary>Since when everything is known; null for all time.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Everything before this journal position is known.</summary>
    public long Position { get; init; }

    /// <summary>Everything that was durable then is known.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>Shows it.</summary>
    public static RetentionAnswer Of(
        IActivitySource source, TimeGrain period, IReadOnlyList<RetentionCohort> cohorts) =>
        new(source.Spec.Name, RollupQueryReader.NameOf(period), [.. cohorts.Select(CohortAnswer.Of)])
        {
            Since = source.SinceMs is { } since ? RollupTableAnswer.TimeOf(since) : null,
            Position = source.Position,
        };
}
