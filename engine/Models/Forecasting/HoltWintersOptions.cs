namespace Catalog.Engine.Models.Forecasting;

/// <summary>The shape of a <see cref="HoltWinters"/> model.</summary>
public sealed record HoltWintersOptions
{
    /// <summary>Steps of a season, at least 2.</summary>
    public required int Period { get; init; }

    /// <summary>Steps of a second, longer season; 0 for none.</summary>
    public int LongPeriod { get; init; }

    /// <summary>Whether seasons multiply the level; else they are added to it.</summary>
    public bool IsMultiplicative { get; init; }

    /// <summary>Whether the trend flattens out, which is the safer assumption.</summary>
    public bool IsDamped { get; init; } = true;
}
