using System.Text.RegularExpressions;

namespace Catalog.Engine.Analytics;

/// <summary>
/// What a rollup is: its dimensions, its measures, how fine time is kept and for how long, and its bound. Immutable.
/// </summary>
public sealed partial record RollupSpec
{
    /// <summary>Names a query uses for something else, so that no dimension can have them.</summary>
    private static readonly string[] Reserved =
        ["from", "to", "grain", "by", "measures", "compare", "order", "limit", "time", "key"];

    /// <summary>The most dimensions: a rollup with more has about a row an event.</summary>
    public const int MaxDimensions = 8;

    /// <summary>The most measures.</summary>
    public const int MaxMeasures = 32;

    /// <summary>Its name, unique in its system: <c>analytics_daily_revenue</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people read.</summary>
    public required string Title { get; init; }

    /// <summary>What is told apart, in the order their values are given.</summary>
    public required IReadOnlyList<DimensionSpec> Dimensions { get; init; }

    /// <summary>
    /// What is counted, in the order their values are given. Derived ones come last, and no value of them is given.
    /// </summary>
    public required IReadOnlyList<MeasureSpec> Measures { get; init; }

    /// <summary>How fine time is kept and for how long, the finest first.</summary>
    public required IReadOnlyList<RollupLevel> Levels { get; init; }

    /// <summary>
    /// The most rows: combinations of a bucket and values of the dimensions. Beyond that, values count as
    /// <see cref="DimensionSpec.Other"/>, in one more row for each bucket.
    /// </summary>
    public int MaxRows { get; init; } = 1 << 20;

    /// <summary>Measures that values are given for.</summary>
    public int StoredMeasures
    {
        get
        {
            int count = 0;
            while (count < Measures.Count && !Measures[count].IsDerived) count++;
            return count;
        }
    }

    /// <summary>The index of a dimension, or −1. O(dimensions).</summary>
    public int FindDimension(string name)
    {
        for (int i = 0; i < Dimensions.Count; i++)
            if (Dimensions[i].Name == name) return i;
        return -1;
    }

    /// <summary>The index of a measure, or −1. O(measures).</summary>
    public int FindMeasure(string name)
    {
        for (int i = 0; i < Measures.Count; i++)
            if (Measures[i].Name == name) return i;
        return -1;
    }

    /// <summary>Every column there can be: one a measure, and one a percentile for quantiles. Allocates.</summary>
    public IReadOnlyList<RollupColumn> ColumnsOf() =>
        [.. Measures.SelectMany(measure => RollupColumn.Of(this, measure))];

    /// <summary>
    /// The columns a name stands for: those of a measure, or a single one of quantiles; none when there is no such
    /// thing. Allocates.
    /// </summary>
    public IReadOnlyList<RollupColumn> ColumnsOf(string name)
    {
        int measure = FindMeasure(name);
        if (measure >= 0) return [.. RollupColumn.Of(this, Measures[measure])];
        return [.. ColumnsOf().Where(column => column.Name == name)];
    }

    /// <summary>Throws when it makes no sense.</summary>
    /// <exception cref="ArgumentException">Says what is wrong.</exception>
    public void Validate()
    {
        Require(NamePattern().IsMatch(Name), "its name is lower-case words with underscores");
        Require(Dimensions.Count <= MaxDimensions, $"at most {MaxDimensions} dimensions");
        Require(StoredMeasures is > 0 and <= MaxMeasures, $"one to {MaxMeasures} measures");
        Require(MaxRows > 0, "room for a row");
        var names = new HashSet<string>(Reserved, StringComparer.Ordinal);
        foreach (DimensionSpec dimension in Dimensions)
        {
            Require(NamePattern().IsMatch(dimension.Name), $"'{dimension.Name}' is a lower-case word");
            Require(names.Add(dimension.Name), $"'{dimension.Name}' is taken");
            Require(dimension.MaxValues > 0, $"'{dimension.Name}' has values");
        }

        for (int i = 0; i < Measures.Count; i++) ValidateMeasure(i, names);
        ValidateLevels();
    }

    private void ValidateMeasure(int index, HashSet<string> names)
    {
        MeasureSpec measure = Measures[index];
        Require(NamePattern().IsMatch(measure.Name), $"'{measure.Name}' is a lower-case word");
        Require(names.Add(measure.Name), $"'{measure.Name}' is taken");
        Require(measure.IsDerived == index >= StoredMeasures, "derived measures come last");
        Require(measure.Precision is >= 4 and <= 16, $"'{measure.Name}' has a precision of 4 to 16");
        Require(measure.Accuracy is > 0 and < 1, $"'{measure.Name}' has an accuracy between 0 and 1");
        Require(measure.Percentiles.All(static p => p is >= 0 and <= 100), $"'{measure.Name}' has percentiles");
        foreach (RollupColumn column in RollupColumn.Of(this, measure))
            Require(column.Name == measure.Name || names.Add(column.Name), $"'{column.Name}' is taken");
        if (!measure.IsDerived) return;
        Require(IsStored(measure.Numerator) && IsStored(measure.Denominator), $"'{measure.Name}' has what it divides");
    }

    private void ValidateLevels()
    {
        Require(Levels.Count > 0, "a level");
        for (int i = 0; i < Levels.Count; i++)
        {
            (TimeGrain grain, int keep) = Levels[i];
            Require(grain is not (TimeGrain.Week or TimeGrain.All) && grain <= TimeGrain.Month, $"{grain} is no level");
            Require(i == 0 || grain > Levels[i - 1].Grain, "levels go from fine to coarse");
            Require(i == Levels.Count - 1 ? keep >= 0 : keep > 0, "all levels but the last are bounded");
        }
    }

    private bool IsStored(string? name) =>
        name is not null && FindMeasure(name) is var index && index >= 0 && index < StoredMeasures
        && Measures[index].Kind != MeasureKind.Quantiles;

    private void Require(bool holds, string what)
    {
        if (!holds) throw new ArgumentException($"Rollup '{Name}': {what}.");
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,63}$")]
    private static partial Regex NamePattern();
}
