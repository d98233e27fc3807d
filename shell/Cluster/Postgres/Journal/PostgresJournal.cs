using System.Diagnostics;
using Catalog.Engine.Storage.Journal;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>
/// The log of a whole cluster in PostgreSQL, as one of its nodes sees it: whatever was queued while the last group was
/// being committed becomes the next group, one row, appended in one round trip through the node's one session. Every
/// node follows the whole log.
/// <code>
/// batches ─► queue ─► group ─► append() ─┬─► tail in memory ─► acknowledged, CommittedPosition
///                                        └─► rows of other nodes in between are fetched first
/// journal  |row of 3|row of 1|row of 1|row of 2| …      positions are bytes, rows join end to start
/// </code>
/// The session holds the locks of the node's shards (<see cref="NodeSession"/>), so a node that lost it can neither
/// write nor own. Batches of a term that is over are never written.
/// </summary>
/// <remarks>
/// <para>Invariants: (1) at most one group is under way; (2) a batch is told exactly once, durable or lost, in the
/// order of the queue; (3) the tail in memory ends at <see cref="CommittedPosition"/>, and everything before that is
/// durable; (4) a group's batches are of the session's term.</para>
/// <para>Guards: bytes the server damaged are recognised when they are read. Not recognised is a server that promises
/// durability and lies (<c>fsync=off</c>).</para>
/// <para>A group allocates what the driver allocates for one statement, whatever its size. The public members are
/// thread-safe.</para>
/// </remarks>
public sealed partial class PostgresJournal : IJournal
{
    /// <summary>The largest batch, in bytes: what one parameter of one statement should hold.</summary>
    public const int MaxBatchBytes = 64 * 1024 * 1024;

    private readonly PostgresJournalOptions _options;
    private readonly BatchQueue _queue = new();
    private readonly PositionWaiters _waiters = new();
    private readonly CommitTimes _commits = new();
    private readonly CommitListener _listener;
    private byte[] _group;
    private long _committed;
    private long _first;
    private long _confirmedAt;
    private long _followedAt;
    private int _tailWanted;
    private bool _closing;
    private bool _closed;
    private Thread? _thread;

    private PostgresJournal(PostgresDatabase database, PostgresJournalOptions options, JournalEnds ends)
    {
        Database = database;
        _options = options;
        Name = database.Sql("{schema}.journal");
        Session = new NodeSession(database, options, _queue.Wake);
        _listener = new CommitListener(database, OnHeard);
        _group = GC.AllocateUninitializedArray<byte>(options.MaxGroupBytes);
        _committed = ends.HeadPosition;
        _first = ends.FirstPosition;
        Tail = new TailRing(options.TailBytes, options.PageBytes, _committed);
    }

    /// <inheritdoc/>
    public event Action<long>? Committed;

    /// <summary>The session: its locks, its term, its end.</summary>
    public NodeSession Session { get; }

    /// <summary>
    /// Whether other nodes are told of every commit. Saves a little while this node is alone; they would find the
    /// commits all the same, at their next poll.
    /// </summary>
    public bool TellsOthers { get; set; } = true;

    /// <inheritdoc/>
    /// <remarks>As known here: another node may have trimmed further.</remarks>
    public long FirstPosition => Volatile.Read(ref _first);

    /// <inheritdoc/>
    /// <remarks>As known here; it only lies before the server's by what is on its way. See
    /// <see cref="FetchUpToAsync"/>.</remarks>
    public long CommittedPosition => Volatile.Read(ref _committed);

    /// <inheritdoc/>
    /// <remarks>Always: without a session batches are refused, and the shards are elsewhere soon.</remarks>
    public bool AcceptsWrites => true;

    /// <inheritdoc/>
    /// <remarks>Nothing is reserved: a group that finds no room on the server's disk is refused, and lost.</remarks>
    public int ReservedBytes => int.MaxValue;

    /// <summary>The database the log is in.</summary>
    internal PostgresDatabase Database { get; }

    /// <summary>The log's name, for messages.</summary>
    internal string Name { get; }

    /// <summary>The end of the log, in memory.</summary>
    internal TailRing Tail { get; }

    /// <summary>
    /// Opens the log: brings the schema up to date, makes the node's session and reads where the log ends. Nothing is
    /// appended until <see cref="Start"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The options are out of range.</exception>
    /// <exception cref="PostgresUnavailableException">There is no server, or its schema is of a newer version.
    /// </exception>
    /// <exception cref="NpgsqlException">The server refused the session.</exception>
    public static async Task<PostgresJournal> OpenAsync(
        PostgresDatabase database, PostgresJournalOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        options ??= new PostgresJournalOptions();
        options.Validate();
        await Task.Run(database.EnsureSchema, cancel);
        JournalEnds ends = await JournalEnds.ReadAsync(database, cancel);
        var journal = new PostgresJournal(database, options, ends);
        await journal.Session.OpenFirstAsync(cancel);
        return journal;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch is larger than <see cref="MaxBatchBytes"/>.</exception>
    /// <exception cref="InvalidOperationException">The batch is queued already.</exception>
    public void Append(JournalBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Records.Length > MaxBatchBytes)
            throw new ArgumentException($"A batch of {batch.Records.Length} bytes; the largest is {MaxBatchBytes}.");
        _queue.Push(batch);
    }

    /// <summary>Starts the journal's own thread: the first term begins.</summary>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    public void Start()
    {
        if (_thread is not null) throw new InvalidOperationException("The journal was started before.");
        _thread = new Thread(Run) { IsBackground = true, Name = "journal" };
        _thread.Start();
        _listener.Start();
    }

    /// <inheritdoc/>
    /// <remarks>A position that is not held in memory any more costs a round trip here.</remarks>
    /// <exception cref="NpgsqlException">The server did not answer.</exception>
    public JournalReader OpenReader(long position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, CommittedPosition);
        if (position < Tail.Start) RefreshFirst();
        ArgumentOutOfRangeException.ThrowIfLessThan(position, FirstPosition);
        return new PostgresJournalReader(this, position);
    }

    /// <summary>
    /// Commits what is queued, when there is a session, and ends it: the shards are free for others.
    /// </summary>
    public void Dispose()
    {
        if (_closed) return;
        _closed = true;
        Volatile.Write(ref _closing, true);
        _queue.Wake();
        if (_thread is not null) _thread.Join();
        else Session.Close();
        _listener.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _waiters.Fail(new ObjectDisposedException(nameof(PostgresJournal)));
        _queue.Dispose();
    }

    /// <summary>For a reader that found the server away: waits a little, or says that there is no use in it.</summary>
    /// <exception cref="IOException">This node stops.</exception>
    internal void WaitForServer(Exception cause)
    {
        const int PauseMs = 200;
        if (Volatile.Read(ref _closing) || _options.Stopping.WaitHandle.WaitOne(PauseMs))
            throw new IOException($"The log at {Database.Host} cannot be read: {cause.Message}", cause);
    }

    /// <summary>Checks the invariants that memory can tell; for tests, when nothing is under way.</summary>
    internal void CheckInvariants()
    {
        Tail.CheckInvariants();
        if (Tail.End != CommittedPosition) throw new InvalidOperationException($"(3) The tail ends at {Tail.End}.");
        Debug.Assert(FirstPosition <= CommittedPosition, "the log begins before its end");
    }

    private void RefreshFirst()
    {
        using NpgsqlConnection connection = Database.Pool.OpenConnection();
        using NpgsqlCommand command = new(Database.Sql("SELECT first_position FROM {schema}.head"), connection);
        Volatile.Write(ref _first, (long)command.ExecuteScalar()!);
    }
}
