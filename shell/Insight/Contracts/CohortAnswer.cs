using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight.Contracts;

/// <summary>Those who began in the same period.</summary>
/// <param name="Start">When that begins.</param>
/// <param name="Size">How many they are.</param>
/// <param name="Active">How many of them were there in that period, the next one, and so on.</param>
public sealed record CohortAnswer(DateTime Start, int Size, IReadOnlyList<int> Active)
{
    /// <summary>Shows it.</summary>
    public static CohortAnswer Of(RetentionCohort cohort) =>
        new(RollupTableAnswer.TimeOf(cohort.StartMs), cohort.Size, cohort.Active);
}
