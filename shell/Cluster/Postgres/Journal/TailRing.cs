using System.Diagnostics;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>
/// The end of the log, in memory: pages joined end to start, the oldest let go of when there is no room for more.
/// <code>
/// oldest                                  newest
/// |page|page|page| … |page|page to be written|
/// ^Start                            ^End
/// </code>
/// Invariants: (1) a page starts where the one before it ends; (2) together they hold at most the given number of
/// bytes, or are one page; (3) a page that is used again has no reader.
/// </summary>
/// <remarks>
/// One writer; readers are thread-safe. Pages are used again, so a steady log allocates nothing but what does not fit
/// in a page of the usual size.
/// </remarks>
internal sealed class TailRing
{
    /// <summary>The least size of a page: large enough that its bookkeeping does not count.</summary>
    internal const int MinPageBytes = 1024 * 1024;

    private readonly object _lock = new();
    private readonly Queue<TailPage> _pages = new();
    private readonly Stack<TailPage> _free = new();
    private readonly long _maxBytes;
    private readonly int _pageBytes;
    private TailPage _newest;
    private long _heldBytes;

    /// <summary>An empty ring whose first byte has a position.</summary>
    internal TailRing(int maxBytes, int pageBytes, long position)
    {
        _maxBytes = maxBytes;
        _pageBytes = pageBytes;
        _newest = AddPage(position, pageBytes);
    }

    /// <summary>The oldest position held. Thread-safe.</summary>
    internal long Start
    {
        get { lock (_lock) return _pages.Peek().Start; }
    }

    /// <summary>Position behind the last byte.</summary>
    internal long End => _newest.End;

    /// <summary>Room for what comes next. It is written, then <see cref="Publish"/>ed, or forgotten.</summary>
    internal ArraySegment<byte> Reserve(int sizeBytes)
    {
        if (_newest.RoomBytes < sizeBytes) _newest = AddPage(_newest.End, Math.Max(_pageBytes, sizeBytes));
        return _newest.Room(sizeBytes);
    }

    /// <summary>What was written into the reserved room is part of the ring.</summary>
    internal void Publish(int sizeBytes) => _newest.Grow(sizeBytes);

    /// <summary>Forgets everything and goes on at another position.</summary>
    internal void Restart(long position)
    {
        lock (_lock)
        {
            while (_pages.Count > 0) LetGoOfOldest();
        }

        _newest = AddPage(position, _pageBytes);
    }

    /// <summary>The page that holds a position, kept until it is released; null when none does. Thread-safe.</summary>
    internal TailPage? Acquire(long position)
    {
        lock (_lock)
        {
            foreach (TailPage page in _pages)
            {
                if (position < page.Start) return null;
                if (position >= page.End) continue;
                page.Readers++;
                return page;
            }
        }

        return null;
    }

    /// <summary>Gives a page back. Thread-safe.</summary>
    internal void Release(TailPage page)
    {
        lock (_lock)
        {
            Debug.Assert(page.Readers > 0, "it was acquired");
            page.Readers--;
        }
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(pages).</summary>
    internal void CheckInvariants()
    {
        lock (_lock)
        {
            long end = _pages.Peek().Start;
            foreach (TailPage page in _pages)
            {
                if (page.Start != end) throw new InvalidOperationException($"(1) A page starts at {page.Start}.");
                end = page.End;
            }

            if (_heldBytes > _maxBytes && _pages.Count > 1)
                throw new InvalidOperationException($"(2) {_heldBytes} bytes are held.");
            if (_free.Any(static page => page.Readers > 0)) throw new InvalidOperationException("(3) A page is read.");
        }
    }

    private TailPage AddPage(long position, int sizeBytes)
    {
        lock (_lock)
        {
            while (_pages.Count > 0 && _heldBytes + sizeBytes > _maxBytes) LetGoOfOldest();
            bool isUsual = sizeBytes == _pageBytes;
            TailPage page = isUsual && _free.TryPop(out TailPage? used) ? used : new TailPage(sizeBytes);
            page.Begin(position);
            _pages.Enqueue(page);
            _heldBytes += page.Bytes.Length;
            return page;
        }
    }

    private void LetGoOfOldest()
    {
        TailPage oldest = _pages.Dequeue();
        _heldBytes -= oldest.Bytes.Length;
        // One that is still read is left to the collector.
        if (oldest.Readers == 0 && oldest.Bytes.Length == _pageBytes && _free.Count < 4) _free.Push(oldest);
    }
}
