namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>How much a database holds at most. What does not fit any more is refused.</summary>
public sealed record KeyspaceLimits
{
    /// <summary>The longest name of a member in bytes.</summary>
    public const int MaxNameBytes = 16 * 1024;

    /// <summary>The longest key in bytes.</summary>
    public const int MaxKeyBytes = 16 * 1024;

    /// <summary>
    /// Most members of one set. The index of a set that may be larger knows less of each name's hash, so that it has to
    /// look at more names.
    /// </summary>
    public const int MaxSetMembers = 1 << 24;

    /// <summary>Keys.</summary>
    public int MaxKeys { get; init; } = 1_000_000;

    /// <summary>Members of all its sets together.</summary>
    public int MaxMembers { get; init; } = 32_000_000;

    /// <summary>Goes into the hash of members' names, so that nobody can choose them to collide.</summary>
    public ulong HashSeed { get; init; }

    /// <summary>Throws when a limit makes no sense.</summary>
    /// <exception cref="ArgumentException">A limit is not positive.</exception>
    public void Validate()
    {
        if (MaxKeys < 1) throw new ArgumentException("A database holds at least one key.");
        if (MaxMembers < 1) throw new ArgumentException("A database holds at least one member.");
    }
}
