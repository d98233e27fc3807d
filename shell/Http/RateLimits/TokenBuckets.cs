using System.Numerics;

namespace Catalog.Shell.Http.RateLimits;

/// <summary>
/// Token buckets for many keys in fixed memory. A bucket is one number, the theoretical arrival time (tat) of the
/// generic cell rate algorithm (ITU-T I.371): a request at <c>now</c> passes when <c>tat - now ≤ (burst - 1) ×
/// interval</c>
/// and moves tat on by one interval; a bucket whose tat lies in the past is full, the same as one never seen.
/// <code>
/// set = hash(key) mod sets     entries  [ key tat | key tat | … 8 ways ][ … ] …
/// </code>
/// Invariants: (1) a key stands at most once in its set; (2) no tat lies further ahead than burst × interval.
/// When a set has no room the bucket nearest to full is forgotten, which forgives that key what it owed: memory stays
/// bounded and a newcomer is never refused for it.
/// </summary>
/// <remarks>Thread-safe: a lock a group of sets, held for one scan of 8 entries. O(1), allocates nothing.</remarks>
internal sealed class TokenBuckets
{
    /// <summary>Entries a set: 8 × 16 bytes are two cache lines.</summary>
    private const int Ways = 8;

    private const int Locks = 64;

    private readonly Entry[] _entries;
    private readonly Lock[] _locks = new Lock[Locks];
    private readonly int _setMask;
    private readonly ulong _seed;
    private readonly long _interval;
    private readonly long _tolerance;

    /// <summary>Creates full buckets.</summary>
    /// <param name="interval">Time between two requests at the steady rate, in the caller's clock units.</param>
    /// <param name="burst">Requests that may come at once.</param>
    /// <param name="capacity">Buckets remembered; rounded up to a power of two, at least 8.</param>
    /// <param name="seed">Mixed into the hash, so that nobody outside can aim at one set.</param>
    public TokenBuckets(long interval, int burst, int capacity, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interval);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(burst);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        int sets = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, (capacity + Ways - 1) / Ways));
        _entries = new Entry[sets * Ways];
        for (int i = 0; i < Locks; i++) _locks[i] = new Lock();
        _setMask = sets - 1;
        _seed = seed;
        _interval = interval;
        _tolerance = interval * (burst - 1L);
    }

    /// <summary>Takes a token of <paramref name="key"/>'s bucket.</summary>
    /// <returns>0 when there was one, else the time until there is.</returns>
    public long Take(ulong key, long now)
    {
        ulong hash = Mix(key ^ _seed);
        int set = (int)(hash >> 32) & _setMask;
        lock (_locks[set % Locks])
        {
            Span<Entry> ways = _entries.AsSpan(set * Ways, Ways);
            ref Entry entry = ref ways[FindOrReplace(ways, hash)];
            long tat = Math.Max(entry.Tat, now);
            if (entry.Key != hash) tat = now;
            entry.Key = hash;
            entry.Tat = tat;
            long wait = tat - now - _tolerance;
            if (wait > 0) return wait;
            entry.Tat = tat + _interval;
            return 0;
        }
    }

    /// <summary>Checks the numbered invariants at time <paramref name="now"/>.</summary>
    internal void CheckInvariants(long now)
    {
        for (int start = 0; start < _entries.Length; start += Ways)
        {
            ulong[] keys = [.. _entries.Skip(start).Take(Ways).Where(e => e.Tat != 0).Select(e => e.Key)];
            if (keys.Length != keys.Distinct().Count()) throw new InvalidOperationException("1: a key stands twice.");
        }

        if (_entries.Any(e => e.Tat - now > _tolerance + _interval))
            throw new InvalidOperationException("2: a tat lies too far ahead.");
    }

    private static int FindOrReplace(ReadOnlySpan<Entry> ways, ulong hash)
    {
        int oldest = 0;
        for (int i = 0; i < ways.Length; i++)
        {
            if (ways[i].Key == hash) return i;
            if (ways[i].Tat < ways[oldest].Tat) oldest = i;
        }

        return oldest;
    }

    /// <summary>The finaliser of MurmurHash3: a bijection, so two keys never share a bucket.</summary>
    private static ulong Mix(ulong h)
    {
        h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDUL;
        h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return h ^ (h >> 33);
    }

    /// <summary>One bucket; mutable because it is updated in place.</summary>
    // mutable: buckets are drawn from in place.
    private struct Entry
    {
        public ulong Key;
        public long Tat;
    }
}
