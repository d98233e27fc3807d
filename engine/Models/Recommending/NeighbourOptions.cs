namespace Catalog.Engine.Models.Recommending;

/// <summary>How <see cref="ItemNeighbours"/> are found.</summary>
public sealed record NeighbourOptions
{
    /// <summary>Neighbours kept of each item.</summary>
    public int Neighbours { get; init; } = 50;

    /// <summary>Whether strengths are weighted by BM25 first: many of one user count less and less.</summary>
    public bool IsWeighted { get; init; } = true;

    /// <summary>How fast more of the same counts less (BM25's k1).</summary>
    public double Saturation { get; init; } = 1.2;

    /// <summary>How much busy users count less (BM25's b), 0 to 1.</summary>
    public double LengthShare { get; init; } = 0.75;

    /// <summary>Common users below which a likeness is doubted: it counts n/(n + this).</summary>
    public double Shrink { get; init; } = 10;

    /// <summary>Items of one user that count, the last: a user with thousands says little about any two.</summary>
    public int MaxItemsOfUser { get; init; } = 200;
}
