using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// Facts of one shard that become durable together. The shard fills <see cref="Records"/> with framed records
/// (<see cref="RecordHeader"/>) whose position and checksum the journal writes when it knows them, and reuses the
/// batch once it is done with it.
/// </summary>
public abstract class JournalBatch
{
    /// <summary>
    /// The framed records, one behind another; empty for a batch that only waits for those before it.
    /// </summary>
    public ByteBuffer Records { get; } = new(64 * 1024);

    /// <summary>The next batch in the journal's queue.</summary>
    internal JournalBatch? Next { get; set; }

    /// <summary>
    /// Whether the batch is in a journal's hands: from <see cref="IJournal.Append"/> until just before
    /// <see cref="OnDurable"/>.
    /// </summary>
    internal bool IsQueued { get; set; }

    /// <summary>
    /// Everything in this batch, and in every batch before it, is durable. Called on the journal's thread.
    /// </summary>
    /// <param name="endPosition">
    /// The position just behind the batch: its first record stands <see cref="Records"/>' length before it.
    /// </param>
    public abstract void OnDurable(long endPosition);
}
