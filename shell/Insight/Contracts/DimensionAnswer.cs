using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight.Contracts;

/// <summary>What a rollup tells apart.</summary>
/// <param name="Name">Its name in requests.</param>
/// <param name="Title">What people read.</param>
public sealed record DimensionAnswer(string Name, string Title)
{
    /// <summary>Shows a dimension.</summary>
    public static DimensionAnswer Of(DimensionSpec dimension) => new(dimension.Name, dimension.Title);
}
