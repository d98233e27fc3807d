namespace Catalog.Engine.Analytics;

/// <summary>
/// What a funnel is: steps that are taken in order, and how long one may take to go through. Immutable.
/// </summary>
public sealed record FunnelSpec
{
    /// <summary>The most steps.</summary>
    public const int MaxSteps = 8;

    /// <summary>The name of its rollup.</summary>
    public required string Name { get; init; }

    /// <summary>What people read.</summary>
    public required string Title { get; init; }

    /// <summary>The steps, two at least.</summary>
    public required IReadOnlyList<FunnelStep> Steps { get; init; }

    /// <summary>What is told apart, as it is at the first step.</summary>
    public IReadOnlyList<DimensionSpec> Dimensions { get; init; } = [];

    /// <summary>How fine time is kept and for how long.</summary>
    public required IReadOnlyList<RollupLevel> Levels { get; init; }

    /// <summary>So long after the first step, in milliseconds, later ones do not count any more.</summary>
    public required long WithinMs { get; init; }

    /// <summary>How many may be on their way at once; beyond that the oldest are given up.</summary>
    public int MaxOpen { get; init; } = 1 << 18;

    /// <summary>
    /// The rollup it is counted in. A step <c>s</c> has the measure <c>s</c>, how many took it; all but the first have
    /// <c>s_rate</c>, the share of those at the step before, and <c>s_after</c>, quantiles of the milliseconds between
    /// the two. <c>conversion_rate</c> is the share of the first step that takes the last.
    /// </summary>
    /// <exception cref="ArgumentException">There are not two to <see cref="MaxSteps"/> steps.</exception>
    public RollupSpec ToRollup()
    {
        if (Steps.Count is < 2 or > MaxSteps) throw new ArgumentException($"Funnel '{Name}': its steps.");
        IEnumerable<FunnelStep> later = Steps.Skip(1);
        return new RollupSpec
        {
            Name = Name,
            Title = Title,
            Dimensions = Dimensions,
            Levels = Levels,
            Measures =
            [
                .. Steps.Select(static step => MeasureSpec.Count(step.Name, step.Title)),
                .. later.Select(static step => MeasureSpec.Quantiles(
                    step.Name + "_after", step.Title + ", after", MeasureUnit.Milliseconds)),
                .. later.Select((step, i) => MeasureSpec.Ratio(
                    step.Name + "_rate", step.Title + ", share", (step.Name, Steps[i].Name))),
                MeasureSpec.Ratio("conversion_rate", "Conversion", (Steps[^1].Name, Steps[0].Name)),
            ],
        };
    }
}
