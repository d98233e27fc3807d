namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// The one ordered log of everything that happened in a process: batches of records go in, are made durable together,
/// and come out again in the same order, for recovery and for consumers. This is the seam below which a file, or a
/// database, keeps the log.
/// </summary>
public interface IJournal : IDisposable
{
    /// <summary>The position the oldest record still kept starts at.</summary>
    long FirstPosition { get; }

    /// <summary>The position just after the last durable record: what a reader can read up to. Thread-safe.</summary>
    long CommittedPosition { get; }

    /// <summary>
    /// Whether new commands may be decided. False while the storage cannot promise room for them (disk full); what was
    /// already handed to <see cref="Append"/> is still covered by reserved room. Thread-safe.
    /// </summary>
    bool AcceptsWrites { get; }

    /// <summary>
    /// The most bytes all batches under way may have together for the promise of <see cref="AcceptsWrites"/> to hold.
    /// Thread-safe.
    /// </summary>
    int ReservedBytes { get; }

    /// <summary>
    /// Whether batches without records have to pass through it before their commands are answered, because only it
    /// knows whether their shard is still owned here. Where it need not be asked, they only wait for what is under way.
    /// </summary>
    bool IsAskedAboutReads => true;

    /// <summary>
    /// Queues a sealed batch. Batches become durable in the order they came; then <see cref="JournalBatch.OnDurable"/>
    /// is called, in that order, from the journal's own thread. Thread-safe, never blocks.
    /// </summary>
    void Append(JournalBatch batch);

    /// <summary>
    /// Raised after batches became durable, with the new <see cref="CommittedPosition"/>, on the journal's thread.
    /// Must be quick.
    /// </summary>
    event Action<long>? Committed;

    /// <summary>Opens a cursor over the durable records from <paramref name="position"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The position lies before <see cref="FirstPosition"/> or after <see cref="CommittedPosition"/>.
    /// </exception>
    JournalReader OpenReader(long position);

    /// <summary>Lets go of what lies wholly before <paramref name="position"/>. Thread-safe.</summary>
    void Trim(long position);
}
