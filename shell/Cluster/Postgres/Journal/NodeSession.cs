using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>
/// This node's one session at the server: it holds the locks of the shards the node owns and the node's number, and
/// every append goes through it. When it ends, the node owns nothing; another one is made, under a later term.
/// <code>
/// connecting ──► Opened(term) ── TryLockAsync, appends ──► Lost(term) ──► connecting, after 50 ms … 1 s
/// </code>
/// </summary>
/// <remarks>
/// What is asked of the session is done by the journal's thread between two groups, so a lock never races an append.
/// The methods are thread-safe; the events are raised on the journal's thread and must be quick: waiting in one for
/// something of the session would wait for ever.
/// </remarks>
public sealed class NodeSession
{
    /// <summary>The largest node number: what an id has room for.</summary>
    public const int MaxNodeNumber = 1023;

    /// <summary>What the lock of a node's number is for; see <see cref="PostgresDatabase.LockClass"/>.</summary>
    internal const string NumberPurpose = "node";

    /// <summary>What the lock of a shard is for.</summary>
    internal const string ShardPurpose = "shard";

    private readonly PostgresDatabase _database;
    private readonly PostgresJournalOptions _options;
    private readonly Action _wake;
    private readonly ConcurrentQueue<SessionWork> _works = new();
    private Task<SessionConnection>? _opening;
    private SessionConnection? _current;
    private SessionIdentity? _identity;
    private TimeSpan _retryAfter;
    private long _retryAt;
    private long _term;
    private volatile bool _isClosed;

    internal NodeSession(PostgresDatabase database, PostgresJournalOptions options, Action wake)
    {
        _database = database;
        _options = options;
        _wake = wake;
        _retryAfter = options.FirstRetry;
    }

    /// <summary>A session was made: nothing is locked yet under this term.</summary>
    public event Action<long>? Opened;

    /// <summary>The session of this term ended; with it everything it had locked.</summary>
    public event Action<long, Exception>? Lost;

    /// <summary>
    /// The term of the session; 0 while there is none. Terms grow with every session, over all nodes. Thread-safe.
    /// </summary>
    public long Term => Volatile.Read(ref _term);

    /// <summary>Whether there is a session, as far as this node knows. Thread-safe.</summary>
    public bool IsOpen => Term != 0;

    /// <summary>The server's process behind the last session; 0 before the first. Thread-safe.</summary>
    public int BackendPid => Volatile.Read(ref _identity)?.BackendPid ?? 0;

    /// <summary>
    /// The number no other session has, 0 to <see cref="MaxNodeNumber"/>. It stays over sessions unless another node
    /// took it meanwhile. Thread-safe.
    /// </summary>
    public int NodeNumber => Volatile.Read(ref _identity)?.NodeNumber ?? _options.PreferredNode;

    /// <summary>The session, for the journal's thread.</summary>
    internal SessionConnection? Current => _current;

    /// <summary>Tries to take a shard. Thread-safe.</summary>
    /// <returns>The term it is held under; null when another session has it.</returns>
    /// <exception cref="SessionLostException">There is no session, or it ended before the answer.</exception>
    public Task<long?> TryLockAsync(int shard) =>
        Post(connection => connection.TryLock(shard) ? connection.Identity.Term : (long?)null);

    /// <summary>Gives a shard back. Nothing of it may be on its way to the journal any more. Thread-safe.</summary>
    /// <returns>Whether it was held.</returns>
    /// <exception cref="SessionLostException">There is no session, or it ended before the answer.</exception>
    public Task<bool> UnlockAsync(int shard) => Post(connection => connection.Unlock(shard));

    /// <summary>
    /// Does something quick on the session, between two groups: while it lasts, nothing is appended. Thread-safe.
    /// </summary>
    /// <exception cref="SessionLostException">There is no session, or it ended before the answer.</exception>
    /// <exception cref="PostgresException">The server refused a statement; the session lives on.</exception>
    public Task RunAsync(Action<NpgsqlConnection> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Post(connection =>
        {
            work(connection.Connection);
            return true;
        });
    }

    /// <summary>Has the journal's thread do something between two groups.</summary>
    internal Task<T> Post<T>(Func<SessionConnection, T> run)
    {
        var work = new SessionWork<T>(run);
        _works.Enqueue(work);
        _wake();
        if (_isClosed) FailWorks(new ObjectDisposedException(nameof(NodeSession)));
        return work.Done;
    }

    /// <summary>Does what was asked. The journal's thread only.</summary>
    /// <param name="failure">Why the session is lost, when it is.</param>
    /// <returns>Whether anything was asked.</returns>
    internal bool RunWorks(out Exception? failure)
    {
        failure = null;
        bool any = false;
        // Bounded: who asks again in answer to an answer is served in the next round.
        for (int count = _works.Count; count > 0 && _works.TryDequeue(out SessionWork? work); count--)
        {
            any = true;
            try
            {
                work.Run(_current!);
            }
            catch (PostgresException refused) when (_current!.IsWhole && refused.InvariantSeverity == "ERROR")
            {
                work.Fail(refused);
            }
            catch (Exception e)
            {
                work.Fail(new SessionLostException($"The node's session broke: {e.Message}", e));
                failure = e;
                return true;
            }
        }

        return any;
    }

    /// <summary>Makes the first session, so that a server that refuses us is told to the caller.</summary>
    internal async Task<SessionConnection> OpenFirstAsync(CancellationToken cancel)
    {
        SessionConnection connection = await SessionConnection.OpenAsync(_database, _options, null, cancel);
        Volatile.Write(ref _identity, connection.Identity);
        _opening = Task.FromResult(connection);
        return connection;
    }

    /// <summary>Takes a session that was made meanwhile, or has one made. The journal's thread only.</summary>
    internal SessionConnection? TakeOpened()
    {
        FailWorks(new SessionLostException("The node has no session at the moment."));
        if (_opening is null)
        {
            if (_isClosed || Stopwatch.GetTimestamp() < _retryAt) return null;
            // Not cancelled when the journal closes: its time is bounded, and whoever it is too late for disposes it.
            _opening = Task.Run(
                () => SessionConnection.OpenAsync(_database, _options, _identity, CancellationToken.None));
            _opening.ContinueWith(
                (_, _) => _wake(), null, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return null;
        }

        if (!_opening.IsCompleted) return null;
        Task<SessionConnection> opening = _opening;
        _opening = null;
        if (opening.IsCompletedSuccessfully) return opening.Result;
        Retry(opening.Exception?.InnerException ?? new OperationCanceledException());
        return null;
    }

    /// <summary>How long the journal's thread may sleep before it looks again, in milliseconds.</summary>
    internal int SleepMs()
    {
        if (_opening is not null) return (int)_options.MaxRetry.TotalMilliseconds;
        long ticks = Math.Max(0, _retryAt - Stopwatch.GetTimestamp());
        return (int)(ticks * 1000 / Stopwatch.Frequency) + 1;
    }

    /// <summary>The term begins. The journal's thread only.</summary>
    internal void Begin(SessionConnection connection)
    {
        Debug.Assert(_current is null, "one session at a time");
        _current = connection;
        _retryAfter = _options.FirstRetry;
        Volatile.Write(ref _identity, connection.Identity);
        Volatile.Write(ref _term, connection.Identity.Term);
        Opened?.Invoke(connection.Identity.Term);
    }

    /// <summary>The session did not become a term: tries another one in a while.</summary>
    internal void Discard(SessionConnection connection, Exception cause)
    {
        Volatile.Write(ref _identity, connection.Identity);
        connection.Dispose();
        Retry(cause);
    }

    /// <summary>The term ends, at once. The journal's thread only.</summary>
    internal void End(Exception cause)
    {
        Debug.Assert(_current is not null, "there is a session");
        long term = _term;
        Volatile.Write(ref _term, 0);
        _current.Dispose();
        _current = null;
        FailWorks(new SessionLostException($"The node's session ended: {cause.Message}", cause));
        _retryAt = After(_options.FirstRetry);
        Lost?.Invoke(term, cause);
    }

    /// <summary>No session any more, and no other one. The journal's thread, when it ends.</summary>
    internal void Close()
    {
        _isClosed = true;
        if (_current is not null) End(new ObjectDisposedException(nameof(NodeSession)));
        _opening?.ContinueWith(
            static (opening, _) =>
            {
                if (opening.IsCompletedSuccessfully) opening.Result.Dispose();
            },
            null, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        FailWorks(new ObjectDisposedException(nameof(NodeSession)));
    }

    private void Retry(Exception cause)
    {
        if (!_isClosed) _options.Warn?.Invoke($"No session at {_database.Host}: {cause.Message}");
        _retryAt = After(_retryAfter);
        _retryAfter = TimeSpan.FromTicks(Math.Min(_retryAfter.Ticks * 2, _options.MaxRetry.Ticks));
    }

    private void FailWorks(Exception failure)
    {
        while (_works.TryDequeue(out SessionWork? work)) work.Fail(failure);
    }

    private static long After(TimeSpan wait) =>
        Stopwatch.GetTimestamp() + (long)(wait.TotalSeconds * Stopwatch.Frequency);
}
