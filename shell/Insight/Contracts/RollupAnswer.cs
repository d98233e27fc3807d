using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight.Contracts;

/// <summary>What a rollup is.</summary>
/// <param name="Name">Its name in requests.</param>
/// <param name="Title">What people read.</param>
/// <param name="Dimensions">What it tells apart.</param>
/// <param name="Measures">What it counts.</param>
/// <param name="Levels">How fine time is kept, the finest first.</param>
public sealed record RollupAnswer(
    string Name,
    string Title,
    IReadOnlyList<DimensionAnswer> Dimensions,
    IReadOnlyList<MeasureAnswer> Measures,
    IReadOnlyList<LevelAnswer> Levels)
{
    /// <summary>Shows a specification.</summary>
    public static RollupAnswer Of(RollupSpec spec) => new(
        spec.Name,
        spec.Title,
        [.. spec.Dimensions.Select(DimensionAnswer.Of)],
        [.. spec.ColumnsOf().Select(MeasureAnswer.Of)],
        [.. spec.Levels.Select(static level => new LevelAnswer(RollupQueryReader.NameOf(level.Grain), level.Keep))]);
}
