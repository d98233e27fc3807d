using Catalog.Engine.Core.Projections;
using Catalog.WsGateway;
using Catalog.WsGateway.Topics;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// One showtime that is watched: its picture, the last events for clients that come back, and who watches.
/// <code>
/// facts ─► while loading: pending ─┐
///        └ else: picture ─► diff ──┴─► ring (256 last) and every watcher's queue
/// </code>
/// Invariants: (1) the ring's events are contiguous and end at the picture's version; (2) facts are pending only while
/// there is no picture.
/// </summary>
/// <remarks>Thread-safe: a lock for the length of one fact.</remarks>
internal sealed class SeatWatch(ulong showtimeId, Gateway gateway)
{
    /// <summary>Events kept for clients that come back.</summary>
    public const int RingCapacity = 256;

    /// <summary>Facts that may come while the picture is being fetched; beyond that it is fetched again.</summary>
    private const int MaxPending = 4_096;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Queue<(ulong Version, byte[] Frame)> _ring = new();
    private readonly List<SeatWatcher> _watchers = [];
    private readonly List<TailItem> _pending = [];
    private readonly SeatFact _fact = new();
    private readonly SeatTopic _topic = new(gateway, showtimeId);
    private SeatPicture? _picture;
    private bool _mustReload;
    private int _generation;

    /// <summary>The showtime.</summary>
    public ulong ShowtimeId { get; } = showtimeId;

    /// <summary>How many watch.</summary>
    public int WatcherCount
    {
        get
        {
            lock (_gate) return _watchers.Count;
        }
    }

    /// <summary>Whether anybody watches, in whatever way.</summary>
    public bool IsWatched => WatcherCount > 0 || _topic.IsWatched;

    /// <summary>Counts the pictures that were lost: one fetched before a loss is not shown after it.</summary>
    public int Generation
    {
        get
        {
            lock (_gate) return _generation;
        }
    }

    /// <summary>Whether the picture has to be fetched.</summary>
    public bool NeedsPicture
    {
        get
        {
            lock (_gate) return _picture is null;
        }
    }

    /// <summary>Takes in a fact.</summary>
    /// <returns>Whether the picture has to be fetched anew: a fact is missing.</returns>
    public bool Take(in TailItem item)
    {
        lock (_gate)
        {
            if (_picture is not null) return !TryApply(in item) && Forget();
            if (_pending.Count < MaxPending) _pending.Add(item);
            else _mustReload = true;
            return false;
        }
    }

    /// <summary>Facts are missing: nothing is told until there is a new picture.</summary>
    /// <returns>Whether there was a picture, so that it has to be fetched anew.</returns>
    public bool Lose()
    {
        lock (_gate)
        {
            _mustReload |= _picture is null;
            return _picture is not null && Forget();
        }
    }

    /// <summary>Sets the picture and what happened while it was fetched.</summary>
    /// <param name="picture">The picture; not used when there is one already.</param>
    /// <param name="generation">The <see cref="Generation"/> it was fetched in.</param>
    /// <returns>False when too much happened meanwhile: fetch it again.</returns>
    public bool Show(SeatPicture picture, int generation)
    {
        lock (_gate)
        {
            if (generation != _generation) return false;
            if (_picture is not null) return true;
            _picture = picture;
            _ring.Clear();
            bool isWhole = !_mustReload;
            _mustReload = false;
            foreach (TailItem item in _pending) isWhole = isWhole && TryApply(in item);
            _pending.Clear();
            if (!isWhole)
            {
                _picture = null;
                return false;
            }

            _topic.TellSnapshot(picture);
            byte[] snapshot = [.. SeatPicture.Resync("gap"), .. picture.Snapshot().Frame];
            foreach (SeatWatcher watcher in _watchers) watcher.Send(snapshot, Grace);
            return true;
        }
    }

    /// <summary>
    /// Begins to watch, with the events after <paramref name="last"/> where they are still known, else a snapshot.
    /// </summary>
    /// <returns>False when there is no picture (any more): fetch it and try again.</returns>
    public bool TryAdd(SeatWatcher watcher, ulong? last)
    {
        lock (_gate)
        {
            if (_picture is not { } picture) return false;
            watcher.Send(Greeting(picture, last), Grace);
            _watchers.Add(watcher);
            return true;
        }
    }

    /// <summary>Subscribes a client of the gateway.</summary>
    /// <returns>Null when there is no picture (any more): fetch it and try again.</returns>
    public SubscribeResult? TrySubscribe(SubscribeRequest request)
    {
        lock (_gate) return _picture is { } picture ? _topic.Subscribe(request, picture) : null;
    }

    /// <summary>Ends watching.</summary>
    public void Remove(SeatWatcher watcher)
    {
        lock (_gate) _watchers.Remove(watcher);
    }

    /// <summary>Nothing comes any more.</summary>
    public void End()
    {
        lock (_gate)
            foreach (SeatWatcher watcher in _watchers) watcher.End();
    }

    private byte[] Greeting(SeatPicture picture, ulong? last)
    {
        if (last is not { } version) return picture.Snapshot().Frame;
        ulong oldest = picture.Version - (ulong)_ring.Count;
        if (version < oldest || version > picture.Version)
            return [.. SeatPicture.Resync("gap"), .. picture.Snapshot().Frame];

        // A comment, so that the client sees at once that it is connected, also when nothing happened meanwhile.
        var frames = new List<byte>(": resumed\n\n"u8.ToArray());
        foreach ((ulong each, byte[] frame) in _ring)
            if (each > version) frames.AddRange(frame);
        return [.. frames];
    }

    private bool TryApply(in TailItem item)
    {
        SeatPicture picture = _picture!;
        _fact.Read(in item);
        if (_fact.MapVersion <= picture.Version) return true;
        if (_fact.MapVersion != picture.Version + 1) return false;
        SeatEvent change = picture.Apply(_fact);
        _ring.Enqueue((picture.Version, change.Frame));
        if (_ring.Count > RingCapacity) _ring.Dequeue();
        foreach (SeatWatcher watcher in _watchers) watcher.Send(change.Frame, Grace);
        _topic.TellUpdate(in change);
        return true;
    }

    private bool Forget()
    {
        _picture = null;
        _pending.Clear();
        _mustReload = false;
        _generation++;
        return true;
    }
}
