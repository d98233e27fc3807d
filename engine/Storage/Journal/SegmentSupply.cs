using System.Diagnostics;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// Keeps one segment file ready ahead of need, so that rotating costs a header and a rename and a full disk is known
/// while there is still a whole segment to finish what is in flight.
/// <code>
/// trimmed segment → recycled ─┐
///                             ├→ spare → &lt;start&gt;.seg
/// new zeros → preparing ──────┘
/// </code>
/// Zeros are written, not only reserved: a sync of a block that was never written also has to journal that it now is.
/// </summary>
/// <remarks>
/// Invariants: (1) the file <c>spare</c> is whole and durable; (2) there is at most one spare and one recycled file.
/// Thread-safe; blocked on by the journal's thread only when a segment was filled faster than the next was prepared.
/// </remarks>
internal sealed class SegmentSupply : IDisposable
{
    private const int ChunkBytes = 1024 * 1024;

    private readonly object _lock = new();
    private readonly IDisk _disk;
    private readonly FileJournalOptions _options;
    private readonly string _spare;
    private readonly string _recycled;
    private readonly string _preparing;
    private IDiskFile? _ready;
    private Thread? _thread;
    private bool _hasRecycled;
    private bool _closed;
    private bool _failed;

    internal SegmentSupply(IDisk disk, FileJournalOptions options)
    {
        _disk = disk;
        _options = options;
        _spare = options.Folder + "/spare";
        _recycled = options.Folder + "/recycled";
        _preparing = options.Folder + "/preparing";
        _disk.Delete(_preparing);
        _hasRecycled = KeepIfSized(_recycled);
        if (KeepIfSized(_spare)) _ready = _disk.Open(_spare);
    }

    /// <summary>Whether the last attempt to prepare a segment failed. Thread-safe.</summary>
    internal bool HasFailed => Volatile.Read(ref _failed);

    /// <summary>Whether a segment is ready. Thread-safe.</summary>
    internal bool IsReady => Volatile.Read(ref _ready) is not null;

    /// <summary>Prepares from a thread of its own from now on.</summary>
    internal void Start()
    {
        Debug.Assert(_thread is null, "started once");
        _thread = new Thread(Run) { IsBackground = true, Name = "journal-prepare" };
        _thread.Start();
    }

    /// <summary>Prepares a segment on the calling thread when none is ready and no thread of its own does it.</summary>
    internal void PrepareInline()
    {
        if (_thread is null && !IsReady) TryPrepare();
    }

    /// <summary>Takes the ready segment, waiting while it is being prepared, and names it.</summary>
    /// <exception cref="DiskFullException">There is none and there is no room for one.</exception>
    internal IDiskFile Take(string path, ReadOnlySpan<byte> header)
    {
        IDiskFile file = TakeReady();
        file.Write(0, header);
        file.Sync();
        _disk.Rename(_spare, path);
        _disk.SyncFolder(_options.Folder);
        lock (_lock)
        {
            Debug.Assert(ReferenceEquals(_ready, file), "only the journal's thread takes");
            _ready = null;
            Monitor.PulseAll(_lock);
        }

        return file;
    }

    /// <summary>
    /// Keeps a trimmed segment file for reuse; false when there is one already or its size is not today's.
    /// </summary>
    internal bool TryRecycle(string path)
    {
        lock (_lock)
        {
            if (_hasRecycled || _closed || SizeOf(path) != _options.SegmentBytes) return false;
            _disk.Rename(path, _recycled);
            _disk.SyncFolder(_options.Folder);
            _hasRecycled = true;
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            Monitor.PulseAll(_lock);
        }

        _thread?.Join();
        _ready?.Dispose();
    }

    private IDiskFile TakeReady()
    {
        PrepareInline();
        lock (_lock)
        {
            while (_ready is null && !_failed && _thread is not null) Monitor.Wait(_lock);
            return _ready ?? throw new DiskFullException("The journal has no segment left and no room for one.");
        }
    }

    private void Run()
    {
        while (true)
        {
            lock (_lock)
            {
                while (_ready is not null && !_closed) Monitor.Wait(_lock);
                if (_closed) return;
            }

            if (TryPrepare()) continue;
            lock (_lock)
            {
                if (!_closed) Monitor.Wait(_lock, _options.PrepareRetry);
            }
        }
    }

    private bool TryPrepare()
    {
        IDiskFile? file = null;
        string? trouble = null;
        try
        {
            file = Prepare();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            trouble = e.Message;
        }

        bool changed;
        lock (_lock)
        {
            _ready = file;
            changed = _failed != file is null;
            _failed = file is null;
            Monitor.PulseAll(_lock);
        }

        if (!changed) return file is not null;
        _options.Warn?.Invoke(trouble is null
            ? "The journal accepts writes again."
            : $"The journal accepts no new writes until its next segment can be prepared: {trouble}");
        return file is not null;
    }

    private IDiskFile Prepare()
    {
        bool recycled;
        lock (_lock)
        {
            recycled = _hasRecycled;
            if (recycled) _disk.Rename(_recycled, _spare);
            _hasRecycled = false;
        }

        if (!recycled)
        {
            WriteZeros();
            _disk.Rename(_preparing, _spare);
        }

        _disk.SyncFolder(_options.Folder);
        return _disk.Open(_spare);
    }

    private void WriteZeros()
    {
        try
        {
            using IDiskFile file = _disk.Open(_preparing);
            byte[] zeros = new byte[Math.Min(ChunkBytes, _options.SegmentBytes)];
            for (long at = 0; at < _options.SegmentBytes; at += zeros.Length)
            {
                int length = (int)Math.Min(zeros.Length, _options.SegmentBytes - at);
                file.Write(at, zeros.AsSpan(0, length));

                // Chunk by chunk: the journal's own sync would wait behind one of the whole segment for 50 ms.
                file.Sync();
                if (Volatile.Read(ref _closed)) throw new IOException("The journal is closing.");
            }
        }
        catch (IOException)
        {
            // What was written of it holds room that others need more now.
            _disk.Delete(_preparing);
            throw;
        }
    }

    private bool KeepIfSized(string path)
    {
        if (!_disk.Exists(path)) return false;
        if (SizeOf(path) == _options.SegmentBytes) return true;
        _disk.Delete(path);
        return false;
    }

    private long SizeOf(string path)
    {
        using IDiskFile file = _disk.Open(path);
        return file.LengthBytes;
    }
}
