namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>How a <see cref="PostgresJournal"/> groups, follows and reconnects.</summary>
public sealed record PostgresJournalOptions
{
    /// <summary>
    /// How many bytes of queued batches become one row at most; a larger batch goes alone. The next group gathers while
    /// this one is written, so a large one costs its successors' waiting.
    /// </summary>
    public int MaxGroupBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How much of the log's end is kept in memory, in bytes: what readers find without asking the server.
    /// </summary>
    public int TailBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// How often an idle node asks for rows of other nodes. Usually it was told of them before: this is for when that
    /// word was lost, and it shows that the session lives.
    /// </summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// A batch without records is acknowledged at once when the session's last successful round trip was begun less
    /// than this ago, else after another round trip. It must be less than the lease after which others may take a
    /// silent node's shards. Zero asks every time.
    /// </summary>
    public TimeSpan ConfirmWithin { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the server may take over one statement of the session; then the session counts as lost.
    /// </summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after a loss the first attempt to connect again is made; each further one waits twice as long.
    /// </summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest wait between two attempts to connect.</summary>
    public TimeSpan MaxRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The node number that is tried first; the next free one is taken when it is taken.</summary>
    public int PreferredNode { get; init; }

    /// <summary>Once cancelled, readers that wait for the server to come back give up.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Told, in words, of what an operator should know.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>The size of a page of the tail: a group fits, so that no group needs memory of its own.</summary>
    internal int PageBytes => Math.Max(TailRing.MinPageBytes, MaxGroupBytes);

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One of them is out of range; the message names it.</exception>
    public void Validate()
    {
        if (MaxGroupBytes < 4096) throw new ArgumentException($"{nameof(MaxGroupBytes)} must be at least 4096.");
        if (TailBytes / 2 < PageBytes)
            throw new ArgumentException($"{nameof(TailBytes)} must be at least {2L * PageBytes}: two full groups.");
        if (PreferredNode is < 0 or > NodeSession.MaxNodeNumber)
            throw new ArgumentException($"{nameof(PreferredNode)} must lie between 0 and {NodeSession.MaxNodeNumber}.");
        if (Poll <= TimeSpan.Zero) throw new ArgumentException($"{nameof(Poll)} must be positive.");
        if (ConfirmWithin < TimeSpan.Zero) throw new ArgumentException($"{nameof(ConfirmWithin)} is negative.");
        if (StatementTimeout < TimeSpan.FromSeconds(1))
            throw new ArgumentException($"{nameof(StatementTimeout)} must be at least a second.");
        if (FirstRetry <= TimeSpan.Zero || MaxRetry < FirstRetry)
            throw new ArgumentException($"{nameof(FirstRetry)} must be positive, {nameof(MaxRetry)} not less.");
    }
}
