using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Cluster.Postgres;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>
/// Keeps a system's tables for analysts: a consumer of the journal that writes the rows of many facts, and the position
/// behind them, in one transaction, so that each fact counts once however often it comes.
/// <code>
/// fact ─► buffer ─► rows + position, one transaction ─┬► done
///                                                     └► refused: one by one; the guilty fact is set aside, loudly
/// not made, other version ─► whole journal there?  ─┬► yes: made empty, the journal is read from its beginning
///                                                   └► no:  made and filled from models, one transaction
/// </code>
/// While PostgreSQL is away everything waits, and the journal keeps what is to come. Invariants: (1) buffered facts are
/// in the journal's order and none lies before the tables' position; (2) at most <see cref="MaxBuffered"/> wait.
/// </summary>
/// <remarks>Thread-safe: one thing at a time.</remarks>
internal sealed partial class SqlProjector : IEventConsumer, IDisposable
{
    private const int MaxBuffered = 2_000;
    private readonly ISqlTables _tables;
    private readonly SqlStore _store;
    private readonly Func<IJournal> _journal;
    private readonly string _journalName;
    private readonly ILogger<SqlProjector> _log;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<SqlFact> _buffer = [];
    private bool _isReady;
    private long _applied;
    private long _overlapsUntil;

    /// <summary>Makes it; nothing is connected.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="database">Where they stand.</param>
    /// <param name="journal">The journal, once the engine is there.</param>
    /// <param name="journalName">Its name, for good.</param>
    /// <param name="log">Says what it does.</param>
    public SqlProjector(
        ISqlTables tables,
        PostgresDatabase database,
        Func<IJournal> journal,
        string journalName,
        ILogger<SqlProjector> log)
    {
        _tables = tables;
        _store = new SqlStore(database, tables, journalName);
        _journal = journal;
        _journalName = journalName;
        _log = log;
    }

    /// <inheritdoc/>
    public string Name => "sql-" + _tables.Schema;

    /// <summary>The schema of the tables.</summary>
    public string Schema => _tables.Schema;

    /// <summary>The tables it keeps.</summary>
    public ISqlTables Tables => _tables;

    /// <summary>Every fact before this position is in the tables; −1 before that is known.</summary>
    public long AppliedPosition => _isReady ? Volatile.Read(ref _applied) : -1;

    /// <summary>What last went wrong, or null.</summary>
    public string? LastError { get; private set; }

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) => _tables.Wants(in header);

    /// <inheritdoc/>
    public ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel) =>
        InTurnAsync(() => TakeAsync(envelope, cancel), cancel);

    /// <inheritdoc/>
    public ValueTask FlushAsync(CancellationToken cancel) => InTurnAsync(
        async () =>
        {
            // The last flush, while the server stops, must not begin to fill tables.
            if (_buffer.Count == 0) return;
            await ReadyAsync(cancel);
            await CommitAsync(null, cancel);
        },
        cancel,
        needsReady: false);

    /// <summary>Finds out where the tables stand, and makes and fills them where that is to be done.</summary>
    /// <exception cref="ConsumerNotReadyException">It could not be done; the next fact tries again.</exception>
    public ValueTask BeginAsync(CancellationToken cancel) => InTurnAsync(static () => Task.CompletedTask, cancel);

    /// <summary>Makes the tables anew and fills them, whatever they hold.</summary>
    /// <exception cref="ConsumerNotReadyException">It could not be done; the next fact tries again.</exception>
    public ValueTask RebuildAsync(CancellationToken cancel) => InTurnAsync(
        async () =>
        {
            await _store.ForgetAsync(cancel);
            _isReady = false;
            await ReadyAsync(cancel);
        },
        cancel,
        needsReady: false);

    /// <summary>How many facts were set aside because their rows could not be written.</summary>
    public Task<long> CountRefusedAsync(CancellationToken cancel) => _store.CountRefusedAsync(cancel);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async ValueTask InTurnAsync(Func<Task> work, CancellationToken cancel, bool needsReady = true)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            if (needsReady) await ReadyAsync(cancel);
            await work();
            LastError = null;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // Whatever it is, it is not this fact's fault: that is dealt with where rows are written.
            _isReady = false;
            LastError = failure.Message;
            if (PostgresFailures.IsPassing(failure)) _store.DropConnections();
            throw new ConsumerNotReadyException(failure.Message, failure);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task TakeAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        long position = envelope.Header.Position;
        bool isKnown = position < _applied || (_buffer.Count > 0 && position <= _buffer[^1].Header.Position);
        if (isKnown) return;
        if (_buffer.Count >= MaxBuffered) await CommitAsync(null, cancel);
        _buffer.Add(new SqlFact(envelope.Header, envelope.Payload.ToArray()));
    }

    private async Task ReadyAsync(CancellationToken cancel)
    {
        if (_isReady) return;
        SqlState? state = await _store.ReadAsync(cancel);
        if (state is not null && state.Journal != _journalName)
        {
            throw new InvalidOperationException(
                $"The tables in schema {_tables.Schema} were filled from another journal ({state.Journal}, this one is "
                + $"{_journalName}). Rebuild them, or use another database.");
        }

        IJournal journal = _journal();
        bool isUsable = state is not null && state.Version == _tables.Version
            && (!state.IsFilling || journal.FirstPosition <= state.Applied);
        if (!isUsable)
        {
            Filling(_log, _tables.Schema);
            _buffer.Clear();
            state = await _store.MakeAsync(journal.FirstPosition == 0 ? journal.CommittedPosition : null, cancel);

            // Models that were read a bit at a time know more or less of what came meanwhile, which is told by the
            // fact: those facts are not merged.
            _overlapsUntil = state.IsFilling ? 0 : journal.CommittedPosition;
        }

        _applied = state!.Applied;
        if (state.IsFilling) await ReadJournalAsync(journal, state.FilledUntil, cancel);
        _buffer.RemoveAll(fact => fact.Header.Position < _applied);
        _isReady = true;
        if (!isUsable) Filled(_log, _tables.Schema, _applied);
    }

    /// <summary>Takes what the journal already has, from its beginning.</summary>
    private async Task ReadJournalAsync(IJournal journal, long until, CancellationToken cancel)
    {
        _buffer.Clear();
        try
        {
            using JournalReader reader = journal.OpenReader(journal.FirstPosition);
            while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload) && header.Position < until)
            {
                cancel.ThrowIfCancellationRequested();
                if (header.Position < _applied || !_tables.Wants(in header)) continue;
                _buffer.Add(new SqlFact(header, payload.ToArray()));
                if (_buffer.Count >= MaxBuffered) await CommitAsync(null, cancel);
            }

            await CommitAsync(until, cancel);
        }
        finally
        {
            // What is left of it is read again: only facts the consumer was told of may wait here.
            _buffer.Clear();
        }
    }
}
