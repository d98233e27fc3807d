namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>How much a database holds at most. What does not fit any more is refused.</summary>
public sealed record KeyspaceLimits
{
    /// <summary>Keys.</summary>
    public int MaxKeys { get; init; } = 1_000_000;

    /// <summary>Members of all its sets together.</summary>
    public int MaxMembers { get; init; } = 32_000_000;

    /// <summary>Throws when a limit makes no sense.</summary>
    /// <exception cref="ArgumentException">A limit is not positive.</exception>
    public void Validate()
    {
        if (MaxKeys < 1 || MaxMembers < 1) throw new ArgumentException("A database holds at least one key and member.");
    }
}
