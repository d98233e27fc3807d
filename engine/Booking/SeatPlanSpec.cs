namespace Catalog.Engine.Booking;

/// <summary>A seat plan as people write it down: what <see cref="SeatPlan.Create"/> makes a plan of.</summary>
public sealed record SeatPlanSpec
{
    /// <summary>The price zones' names; a zone's ordinal is its index. At least one, at most 64.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>The rows, the one nearest to the stage or screen first.</summary>
    public IReadOnlyList<RowSpec> Rows { get; init; } = [];

    /// <summary>The general-admission areas.</summary>
    public IReadOnlyList<AreaSpec> Areas { get; init; } = [];

    /// <summary>Where one sits best; without it the middle of the row two thirds back.</summary>
    public FocalSpec? Focal { get; init; }
}
