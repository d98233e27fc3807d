using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>How large a <see cref="NamedRankedSet"/> may become.</summary>
public sealed record NamedRankedSetOptions
{
    /// <summary>Most members.</summary>
    public required int Capacity { get; init; }

    /// <summary>The longest name in bytes, up to 16,384.</summary>
    public int MaxNameBytes { get; init; } = 1024;

    /// <summary>Goes into the hash of names, so that nobody can choose them to collide. No part of the state.</summary>
    public ulong HashSeed { get; init; }

    /// <summary>Where memory comes from and goes back to, shared by sets of one thread; or nothing.</summary>
    public SlabPool? Pool { get; init; }
}
