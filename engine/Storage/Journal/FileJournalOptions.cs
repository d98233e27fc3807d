namespace Catalog.Engine.Storage.Journal;

/// <summary>How a <see cref="FileJournal"/> lays out its files and whom it tells of trouble.</summary>
public sealed record FileJournalOptions
{
    /// <summary>The folder on the disk that holds the journal.</summary>
    public string Folder { get; init; } = "journal";

    /// <summary>
    /// Size of a segment file in bytes, header page included; a multiple of 4,096. Existing segments keep theirs.
    /// A batch must fit in one segment.
    /// </summary>
    public int SegmentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// How many bytes of queued batches are made durable together at most; a larger batch goes alone.
    /// </summary>
    public int MaxGroupBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How long to wait before trying again to prepare a segment on a full disk.</summary>
    public TimeSpan PrepareRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Ends the process: a write or sync failed, and what the system kept of it cannot be known any more. Called once;
    /// the journal acknowledges nothing afterwards.
    /// </summary>
    public Action<string, Exception> FailStop { get; init; } = Environment.FailFast;

    /// <summary>Told, in words, when the journal stops or starts accepting writes.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One of them is out of range; the message names it.</exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(Folder);
        ArgumentNullException.ThrowIfNull(FailStop);
        if (PrepareRetry <= TimeSpan.Zero) throw new ArgumentException($"{nameof(PrepareRetry)} must be positive.");
        if (MaxGroupBytes < SegmentFormat.HeaderBytes)
            throw new ArgumentException($"{nameof(MaxGroupBytes)} must be at least {SegmentFormat.HeaderBytes}.");
        if (SegmentBytes % SegmentFormat.HeaderBytes != 0)
            throw new ArgumentException($"{nameof(SegmentBytes)} must be a multiple of {SegmentFormat.HeaderBytes}.");
        if (SegmentBytes / 2 < MaxGroupBytes + SegmentFormat.HeaderBytes)
            throw new ArgumentException($"{nameof(SegmentBytes)} must hold two groups of {nameof(MaxGroupBytes)}.");
    }
}
