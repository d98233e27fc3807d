namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>A member and its score.</summary>
internal readonly ref struct Member(ReadOnlySpan<byte> name, double score)
{
    /// <summary>Its name.</summary>
    internal ReadOnlySpan<byte> Name { get; } = name;

    /// <summary>Its score.</summary>
    internal double Score { get; } = score;
}
