namespace Catalog.Engine.Booking;

/// <summary>One row of a <see cref="SeatPlanSpec"/>.</summary>
public sealed record RowSpec
{
    /// <summary>The row's label, unique: <c>A</c>. At most 16 characters.</summary>
    public required string Label { get; init; }

    /// <summary>The sizes of its blocks from left to right, 1 to 64 seats each, an aisle between each two.</summary>
    public required IReadOnlyList<int> Blocks { get; init; }

    /// <summary>The number of the leftmost seat.</summary>
    public int FirstNumber { get; init; } = 1;

    /// <summary>From a seat's number to its right neighbour's: 1, or 2 where odd and even are apart, or -1.</summary>
    public int NumberStep { get; init; } = 1;

    /// <summary>Half seats from the plan's left edge to the first seat; without it the row is centred.</summary>
    public int? IndentHalfSeats { get; init; }

    /// <summary>Which seats are in which zone: a seat in no run is in the first zone, in several in the last.</summary>
    public IReadOnlyList<ZoneRun> Zones { get; init; } = [];

    /// <summary>The numbers of the seats for wheelchair users.</summary>
    public IReadOnlyList<int> Accessible { get; init; } = [];

    /// <summary>The numbers of the seats for those who accompany them.</summary>
    public IReadOnlyList<int> Companion { get; init; } = [];
}
