using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight.Contracts;

/// <summary>What a rollup counts.</summary>
/// <param name="Name">Its name in requests.</param>
/// <param name="Title">What people read.</param>
/// <param name="Kind">
/// How values became one: <c>count</c>, <c>sum</c>, <c>min</c>, <c>max</c>, <c>ratio</c>, <c>distinct</c> (how many
/// different ones), <c>quantiles</c> (a percentile).
/// </param>
/// <param name="Unit">
/// What it counts: <c>count</c>, <c>cents</c>, <c>ratio</c>, <c>milliseconds</c>, <c>bytes</c>, <c>points</c>.
/// </param>
public sealed record MeasureAnswer(string Name, string Title, string Kind, string Unit)
{
    /// <summary>Shows a column.</summary>
    public static MeasureAnswer Of(RollupColumn column) =>
        new(column.Name, column.Title, NameOf(column.Kind), NameOf(column.Unit));

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
