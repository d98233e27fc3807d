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

    /// <summary>
    /// Under which right to append the batch was decided; a journal that several processes share refuses a batch of a
    /// right that is over. 0 when the shard was nobody's here: then the batch holds no records and waits for nothing.
    /// </summary>
    public long Term { get; set; }

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

    /// <summary>
    /// The journal will not say any more that this batch is durable, because this node has lost the right to append.
    /// Called on the journal's thread instead of <see cref="OnDurable"/>. Never by a journal of one process.
    /// </summary>
    /// <param name="mayBeWritten">
    /// Whether the batch was on its way, so that it may stand in the journal; else it surely does not.
    /// </param>
    public abstract void OnLost(bool mayBeWritten);
}
