namespace Catalog.Engine.Leaderboards;

/// <summary>An end of a range of names.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsExclusive">Whether the name itself is outside.</param>
public readonly record struct NameBound(ReadOnlyMemory<byte> Name, bool IsExclusive = false)
{
    /// <summary>In front of every name: Redis' <c>-</c>.</summary>
    public static NameBound Lowest => default;

    /// <summary>Behind every name: Redis' <c>+</c>.</summary>
    public static NameBound Highest => new(default) { IsHighest = true };

    /// <summary>Whether this is behind every name.</summary>
    public bool IsHighest { get; private init; }
}
