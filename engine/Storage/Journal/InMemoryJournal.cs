using System.Diagnostics;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// The journal without a disk, for embedding where nothing has to outlive the process, and for measuring what is above
/// the journal. Same order, same positions' meaning, same threads as <see cref="FileJournal"/>; "durable" means
/// "queued before". Records are kept in memory until <see cref="Trim"/>.
/// </summary>
/// <remarks>
/// Layout: pages of at least 1 MiB, each holding whole batches, joined end to start. Invariants: (1) a page starts
/// where the one before it ends; (2) the last page ends at the committed position. Thread-safe.
/// </remarks>
public sealed class InMemoryJournal : IJournal
{
    private const int PageBytes = 1024 * 1024;

    private readonly object _lock = new();
    private readonly BatchQueue _queue = new();
    private readonly List<JournalPage> _pages = [new JournalPage(0, PageBytes)];
    private long _committed;
    private bool _closing;
    private bool _closed;
    private Thread? _thread;

    /// <inheritdoc/>
    public event Action<long>? Committed;

    /// <inheritdoc/>
    public long FirstPosition
    {
        get { lock (_lock) return _pages[0].Start; }
    }

    /// <inheritdoc/>
    public long CommittedPosition => Volatile.Read(ref _committed);

    /// <inheritdoc/>
    public bool AcceptsWrites => true;

    /// <inheritdoc/>
    public int ReservedBytes => int.MaxValue;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The batch is queued already.</exception>
    public void Append(JournalBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _queue.Push(batch);
    }

    /// <summary>Starts the journal's own thread.</summary>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    public void Start()
    {
        if (_thread is not null) throw new InvalidOperationException("The journal was started before.");
        _thread = new Thread(Run) { IsBackground = true, Name = "journal" };
        _thread.Start();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the journal.</exception>
    public JournalReader OpenReader(long position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, CommittedPosition);
        ArgumentOutOfRangeException.ThrowIfLessThan(position, FirstPosition);
        return new InMemoryJournalReader(this, position);
    }

    /// <inheritdoc/>
    public void Trim(long position)
    {
        lock (_lock)
        {
            while (_pages.Count > 1 && _pages[0].End <= position) _pages.RemoveAt(0);
        }
    }

    /// <summary>Commits what is queued.</summary>
    public void Dispose()
    {
        if (_closed) return;
        _closed = true;
        Volatile.Write(ref _closing, true);
        _queue.Wake();
        if (_thread is null) RunOnce();
        else _thread.Join();
        _queue.Dispose();
    }

    /// <summary>Commits and acknowledges everything queued; false when there was nothing.</summary>
    internal bool RunOnce()
    {
        _queue.Gather();
        if (_queue.First is null) return false;
        long before = _committed;
        while (_queue.First is not null)
        {
            JournalBatch batch = _queue.Pop();
            if (batch.Records.Length > 0) Store(batch.Records.WrittenSpan);
            batch.OnDurable(_committed);
        }

        if (_committed != before) Committed?.Invoke(_committed);
        return true;
    }

    /// <summary>The page that holds a position.</summary>
    internal JournalPage PageAt(long position)
    {
        lock (_lock)
        {
            for (int i = _pages.Count - 1; i >= 0; i--)
            {
                if (_pages[i].Start <= position) return _pages[i];
            }
        }

        throw new InvalidOperationException($"Position {position} of the journal was trimmed.");
    }

    private void Run()
    {
        while (true)
        {
            if (RunOnce()) continue;
            if (Volatile.Read(ref _closing)) return;
            _queue.WaitForPush();
        }
    }

    private void Store(ReadOnlySpan<byte> records)
    {
        JournalPage page = _pages[^1];
        if (page.RoomBytes < records.Length)
        {
            page = new JournalPage(_committed, Math.Max(PageBytes, records.Length));
            lock (_lock) _pages.Add(page);
        }

        long end = page.Append(records);
        Debug.Assert(end == _committed + records.Length, "pages join");
        Volatile.Write(ref _committed, end);
    }
}
