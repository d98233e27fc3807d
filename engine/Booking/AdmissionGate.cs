using System.Diagnostics;

namespace Catalog.Engine.Booking;

/// <summary>
/// A waiting room whose pace is the supply: visitors wait in the order they came, and as many are inside as what is
/// left can serve, so that those inside find seats and the others are told how long it takes.
/// </summary>
/// <remarks>
/// <code>
/// arrive ─► │ waiting, first come first │ ─► Admit ─► │ passes, all equally long │ ─► finish or expire
///
/// passes wanted = ⌈(free + expiring soon) × overcommit ÷ party size⌉
/// who waits is heard of now and then, or is silent for too long and loses the place: DropSilent
/// </code>
/// <para>Invariants: 1. nobody both waits and has a pass; 2. passes stand in the order of their expiry; 3. the
/// buckets of the pace are counts; 4. the newest bucket is the clock's; 5. whoever waits was heard of, and they stand
/// in the order of when they were last; and those of the three queues.</para>
/// <para>O(log n) an operation, amortised; 0 B once grown to its working size. Not thread-safe. It knows no clock: a
/// time earlier than one it has been told counts as that one.</para>
/// </remarks>
public sealed partial class AdmissionGate
{
    /// <summary>Over how many buckets the pace of admission is measured.</summary>
    private const int BucketCount = 8;

    /// <summary>How long each is: two minutes together, as holds are minutes long.</summary>
    private const long BucketMs = 15_000;

    private readonly ArrivalQueue<long> _waiting;
    private readonly ArrivalQueue<long> _heard;
    private readonly ArrivalQueue<long> _passes;
    private readonly int[] _admitted = new int[BucketCount];
    private long _bucket;
    private long _firstBucket = -1;
    private long _nowMs;

    /// <summary>Makes an empty gate.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AdmissionGate(GateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate() is { } wrong) throw new ArgumentException(wrong, nameof(options));
        Options = options;
        _waiting = new ArrivalQueue<long>(options.WaitingCapacity);
        _heard = new ArrivalQueue<long>(options.WaitingCapacity);
        _passes = new ArrivalQueue<long>(options.PassCapacity);
    }

    /// <summary>How it admits.</summary>
    public GateOptions Options { get; }

    /// <summary>How many wait.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>How many passes there are, expired ones included until they are swept.</summary>
    public int PassCount => _passes.Count;

    /// <summary>When the first pass expires, or <see cref="long.MaxValue"/>. O(1).</summary>
    public long NextExpiryMs => _passes.TryPeek(out _, out long expiryMs) ? expiryMs : long.MaxValue;

    /// <summary>Where a visitor stands. O(1); 0 B.</summary>
    public GateResult Find(ulong visitor, long nowMs)
    {
        if (_passes.TryGet(visitor, out long expiryMs) && expiryMs > nowMs) return GateResult.Admitted;
        return _waiting.Contains(visitor) ? GateResult.Waiting : GateResult.Unknown;
    }

    /// <summary>The latest time it was told of, milliseconds since 1970.</summary>
    public long LastSeenMs => _nowMs;

    /// <summary>When a visitor's pass ends, milliseconds since 1970, or 0 without one. O(1); 0 B.</summary>
    public long PassExpiryMs(ulong visitor) => _passes.TryGet(visitor, out long expiryMs) ? expiryMs : 0;

    /// <summary>A waiting visitor's position, 1 at the front, or 0 when they do not wait. O(log n); 0 B.</summary>
    public int PositionOf(ulong visitor) => _waiting.PositionOf(visitor);

    /// <summary>
    /// About how long a visitor will wait, by the pace of the last two minutes, or -1 when nobody was admitted in them.
    /// O(log n); 0 B.
    /// </summary>
    public long EstimateWaitMs(ulong visitor, long nowMs)
    {
        int position = _waiting.PositionOf(visitor);
        if (position == 0) return 0;
        long bucket = Math.Max(nowMs, _nowMs) / BucketMs;
        long oldest = Math.Max(bucket - BucketCount + 1, Math.Max(_firstBucket, 0));
        int admitted = 0;
        for (long b = oldest; b <= _bucket; b++) admitted += _admitted[b % BucketCount];
        return admitted == 0 ? -1 : position * (bucket - oldest + 1) * BucketMs / admitted;
    }

    /// <summary>What <see cref="Arrive"/> would answer now, without doing it. O(1); 0 B.</summary>
    public GateResult CanArrive(ulong visitor, GateSupply supply, long nowMs)
    {
        GateResult known = Find(visitor, nowMs);
        if (known != GateResult.Unknown) return known;
        if (supply.IsSoldOut) return GateResult.SoldOut;
        return _waiting.IsFull ? GateResult.Full : GateResult.Waiting;
    }

    /// <summary>How many to let in now: what is left can serve, less the good passes. O(expired); 0 B.</summary>
    public int CountToAdmit(GateSupply supply, long nowMs)
    {
        long seats = (long)supply.Free + supply.ExpiringSoon;
        long wanted = CeilingOf(seats * Options.OvercommitPercent, Options.PartySizeHundredths);
        long room = Math.Min(wanted, Options.PassCapacity) - GoodPasses(nowMs);
        return (int)Math.Clamp(room, 0, _waiting.Count);
    }

    /// <summary>
    /// A visitor comes: they have a pass or wait already, or wait from now on, or cannot. O(log n) amortised.
    /// </summary>
    public GateResult Arrive(ulong visitor, GateSupply supply, long nowMs)
    {
        GateResult result = CanArrive(visitor, supply, nowMs);
        if (result != GateResult.Waiting || _waiting.Contains(visitor)) return result;
        _passes.TryRemove(visitor, out _);
        Advance(nowMs);
        bool added = _waiting.TryAdd(visitor, nowMs) && _heard.TryAdd(visitor, _nowMs);
        Debug.Assert(added && _waiting.PositionOf(visitor) == _waiting.Count, "Whoever comes stands last.");
        return GateResult.Waiting;
    }

    /// <summary>
    /// Lets the first ones in, after sweeping expired passes: as many as wait, as there is room inside for, and as
    /// <paramref name="admitted"/> has. O(log n) each; 0 B once grown.
    /// </summary>
    /// <param name="nowMs">Now, milliseconds since 1970.</param>
    /// <param name="admitted">Gets who was let in; as long as <see cref="CountToAdmit"/> says.</param>
    /// <returns>How many were let in.</returns>
    public int Admit(long nowMs, Span<ulong> admitted)
    {
        ExpirePasses(nowMs);
        int count = 0;
        while (count < admitted.Length && !_passes.IsFull && _waiting.TryPeek(out ulong visitor, out _))
        {
            StopWaiting(visitor);
            bool added = _passes.TryAdd(visitor, _nowMs + Options.PassLifetimeMs);
            Debug.Assert(added, "Nobody both waits and has a pass.");
            admitted[count++] = visitor;
        }

        if (_firstBucket < 0 && count > 0) _firstBucket = _bucket;
        _admitted[_bucket % BucketCount] += count;
        return count;
    }

    /// <summary>Sweeps passes that are no longer good. O(log n) each; 0 B.</summary>
    /// <returns>How many were swept.</returns>
    public int ExpirePasses(long nowMs)
    {
        Advance(nowMs);
        int count = 0;
        while (_passes.TryPeek(out ulong visitor, out long expiryMs) && expiryMs <= nowMs)
        {
            _passes.TryRemove(visitor, out _);
            count++;
        }

        Debug.Assert(NextExpiryMs > nowMs, "What is left is good.");
        return count;
    }

    /// <summary>A visitor is done, inside or waiting; false when they are not here. O(log n); 0 B.</summary>
    public bool Leave(ulong visitor)
    {
        bool left = _passes.TryRemove(visitor, out _) || StopWaiting(visitor);
        Debug.Assert(!_waiting.Contains(visitor) && !_passes.Contains(visitor), "Nobody both waits and has a pass.");
        return left;
    }

    private bool StopWaiting(ulong visitor) =>
        _waiting.TryRemove(visitor, out _) && _heard.TryRemove(visitor, out _);

    // Passes stand in the order of their expiry, so the expired ones are in front.
    private int GoodPasses(long nowMs)
    {
        int expired = 0;
        int index = 0;
        while (_passes.MoveNext(ref index, out _, out long expiryMs) && expiryMs <= nowMs) expired++;
        return _passes.Count - expired;
    }

    // Moves the clock, and empties the buckets that come to be the newest.
    private void Advance(long nowMs)
    {
        if (nowMs <= _nowMs) return;
        _nowMs = nowMs;
        long bucket = nowMs / BucketMs;
        for (long b = Math.Max(_bucket + 1, bucket - BucketCount + 1); b <= bucket; b++) _admitted[b % BucketCount] = 0;
        _bucket = bucket;
    }

    private static long CeilingOf(long dividend, long divisor) => (dividend + divisor - 1) / divisor;
}
