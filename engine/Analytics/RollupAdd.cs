namespace Catalog.Engine.Analytics;

/// <summary>What became of an event that was added to a rollup.</summary>
public enum RollupAdd : byte
{
    /// <summary>It counts under its own values.</summary>
    Counted = 0,

    /// <summary>There was no room for its values: it counts, under <see cref="DimensionSpec.Other"/>.</summary>
    CountedAsOther = 1,

    /// <summary>It is older than what the rollup keeps, and does not count.</summary>
    TooOld = 2,
}
