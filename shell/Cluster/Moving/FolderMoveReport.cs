namespace Catalog.Shell.Cluster.Moving;

/// <summary>What was moved.</summary>
internal sealed record FolderMoveReport
{
    /// <summary>Whether the folder had been moved there before, and nothing was left to do.</summary>
    public bool WasMovedBefore { get; init; }

    /// <summary>Where the journal goes on.</summary>
    public long EndPosition { get; init; }

    /// <summary>Facts of the journal that were copied: those the folder still had.</summary>
    public long FactCount { get; init; }

    /// <summary>Saved states.</summary>
    public int StateCount { get; init; }

    /// <summary>Consumers, with their offsets and what they had parked.</summary>
    public int ConsumerCount { get; init; }

    /// <summary>What else, in words.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}
