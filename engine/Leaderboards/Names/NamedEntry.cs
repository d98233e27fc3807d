namespace Catalog.Engine.Leaderboards;

/// <summary>A name and its score; the name until the set is next changed.</summary>
/// <param name="name">The name.</param>
/// <param name="score">The score.</param>
public readonly ref struct NamedEntry(ReadOnlySpan<byte> name, double score)
{
    /// <summary>The name's bytes.</summary>
    public ReadOnlySpan<byte> Name { get; } = name;

    /// <summary>The score.</summary>
    public double Score { get; } = score;
}
