namespace Catalog.Engine.Models.Text;

/// <summary>How a <see cref="NeighbourGraph"/> is built and searched.</summary>
public sealed record NeighbourGraphOptions
{
    /// <summary>Length of a vector.</summary>
    public int Dimensions { get; init; } = 512;

    /// <summary>The most vectors, removed ones included until <see cref="NeighbourGraph.Compact"/>.</summary>
    public int Capacity { get; init; } = 100_000;

    /// <summary>Links of a vector on the upper layers, 4 to 64; twice as many on the lowest.</summary>
    public int Links { get; init; } = 16;

    /// <summary>Candidates looked at for the links of a new vector: more are better and slower.</summary>
    public int BuildWidth { get; init; } = 128;

    /// <summary>Candidates looked at in a search: more find more and take longer.</summary>
    public int SearchWidth { get; init; } = 96;

    /// <summary>Chooses the layers.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Dimensions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)Dimensions * Capacity, Array.MaxLength, nameof(Capacity));
        ArgumentOutOfRangeException.ThrowIfLessThan(Links, 4);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Links, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(BuildWidth, Links);
        ArgumentOutOfRangeException.ThrowIfLessThan(SearchWidth, 1);
    }
}
