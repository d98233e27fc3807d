using Catalog.Engine.Wire;

namespace Catalog.Engine.Analytics;

/// <summary>
/// How many of those who take a first step take the next ones, and how long they take. What somebody does later counts
/// for the time of the first step, so that shares are those of people who began together.
/// <code>
/// ring      … [ done | 17: step 1 | done | 4: step 0 | 9: step 0 ] …     in order of the first step
/// turnOf    id ─► place in the ring
/// rollup    first steps, second steps, … by time of the first one
/// </code>
/// Invariants: (1) those under way, and no others, are found under their ids; (2) at most <c>MaxOpen</c> places are
/// used; (3) a step is taken by nobody who has not taken the one before.
/// </summary>
/// <remarks>
/// A step is O(dimensions + measures) expected, amortised, and allocates nothing in steady state. One writer; readers
/// may share it while nobody writes.
/// </remarks>
public sealed class Funnel
{
    private const int HeaderFields = 2;
    private const int FirstPlaces = 16;
    private readonly FunnelSpec _spec;
    private readonly Dictionary<ulong, long> _turnOf = [];
    private readonly long[] _values;
    private readonly int _dimensions;
    private FunnelEntry[] _ring = new FunnelEntry[FirstPlaces];
    private ulong[] _keys;
    private long _head;
    private long _tail;

    /// <summary>Makes an empty funnel, with a rollup of its own.</summary>
    /// <param name="spec">What it is.</param>
    /// <exception cref="ArgumentException">The specification makes no sense.</exception>
    public Funnel(FunnelSpec spec)
        : this(spec, new Rollup((spec ?? throw new ArgumentNullException(nameof(spec))).ToRollup()))
    {
    }

    /// <summary>Makes an empty funnel that counts in a rollup of a set, which is saved and loaded there.</summary>
    /// <param name="spec">What it is.</param>
    /// <param name="rollups">The set, made with <see cref="FunnelSpec.ToRollup"/>.</param>
    public Funnel(FunnelSpec spec, RollupSet rollups)
        : this(spec, (rollups ?? throw new ArgumentNullException(nameof(rollups)))[spec.Name])
    {
    }

    private Funnel(FunnelSpec spec, Rollup rollup)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spec.WithinMs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spec.MaxOpen);
        _spec = spec;
        Rollup = rollup;
        _values = new long[rollup.Spec.StoredMeasures];
        _dimensions = spec.Dimensions.Count;
        _keys = new ulong[FirstPlaces * _dimensions];
    }

    /// <summary>What it counts.</summary>
    public Rollup Rollup { get; }

    /// <summary>How many are under way.</summary>
    public int OpenCount => _turnOf.Count;

    /// <summary>How many were given up for want of room before their time was over.</summary>
    public long GivenUpCount { get; private set; }

    /// <summary>Somebody takes a step.</summary>
    /// <param name="id">Who.</param>
    /// <param name="step">Which one, from 0 on.</param>
    /// <param name="timeMs">When, milliseconds since 1970.</param>
    /// <param name="keys">What is told apart; looked at with the first step only.</param>
    /// <returns>
    /// Whether it counts: it is the first, and nobody is under way with that id, or it is the next, in time.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such step, or not a key for each dimension.</exception>
    public bool Reach(ulong id, int step, long timeMs, ReadOnlySpan<ulong> keys)
    {
        if ((uint)step >= (uint)_spec.Steps.Count) throw new ArgumentException("No such step.", nameof(step));
        GiveUpBefore(timeMs - _spec.WithinMs);
        if (step == 0) return TryBegin(id, timeMs, keys);
        if (!_turnOf.TryGetValue(id, out long turn)) return false;
        int place = PlaceOf(turn);
        ref FunnelEntry entry = ref _ring[place];
        if (entry.Step != step - 1 || timeMs > entry.StartMs + _spec.WithinMs) return false;
        Count(step, entry.StartMs, Math.Max(0, timeMs - entry.LastMs), KeysAt(place));
        entry.Step = step;
        entry.LastMs = timeMs;
        if (step == _spec.Steps.Count - 1) End(ref entry);
        return true;
    }

    /// <summary>Somebody turns back: what they took counts, and nothing more will. O(1).</summary>
    public void Leave(ulong id)
    {
        if (_turnOf.TryGetValue(id, out long turn)) End(ref _ring[PlaceOf(turn)]);
    }

    /// <summary>Encodes who is under way; the rollup is saved apart. O(those under way).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(HeaderFields + (_turnOf.Count * (4 + _dimensions)));
        writer.Write(GivenUpCount);
        writer.Write(_turnOf.Count);
        for (long turn = _head; turn < _tail; turn++)
        {
            FunnelEntry entry = _ring[PlaceOf(turn)];
            if (entry.Step < 0) continue;
            writer.Write(entry.Id);
            writer.Write(entry.StartMs);
            writer.Write(entry.LastMs);
            writer.Write(entry.Step);
            foreach (ulong key in KeysAt(PlaceOf(turn))) writer.Write(key);
        }
    }

    /// <summary>Replaces who is under way by what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not those.</exception>
    public void Load(ref MessagePackReader reader)
    {
        Forget();
        int fields = reader.ReadArrayHeader();
        GivenUpCount = reader.ReadInt64();
        int count = reader.ReadInt32();
        if (count < 0 || count > _spec.MaxOpen || fields != HeaderFields + (count * (4L + _dimensions)))
            throw new MessagePackFormatException($"{count} under way in {fields} fields.");
        var keys = new ulong[_dimensions];
        for (int i = 0; i < count; i++)
        {
            var entry = new FunnelEntry
            {
                Id = reader.ReadUInt64(),
                StartMs = reader.ReadInt64(),
                LastMs = reader.ReadInt64(),
                Step = reader.ReadInt32(),
            };
            bool isStep = entry.Step >= 0 && entry.Step < _spec.Steps.Count - 1;
            if (!isStep || _turnOf.ContainsKey(entry.Id)) throw new MessagePackFormatException($"{entry.Id} is wrong.");
            for (int d = 0; d < keys.Length; d++) keys[d] = reader.ReadUInt64();
            Append(entry, keys);
        }
    }

    /// <summary>Forgets everything, also what the rollup counted.</summary>
    public void Clear()
    {
        Forget();
        Rollup.Clear();
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(those under way).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        int open = 0;
        for (long turn = _head; turn < _tail; turn++)
        {
            FunnelEntry entry = _ring[PlaceOf(turn)];
            if (entry.Step < 0) continue;
            open++;
            if (!_turnOf.TryGetValue(entry.Id, out long found) || found != turn)
                throw new InvalidOperationException($"(1) {entry.Id} is at {turn}.");
        }

        if (open != _turnOf.Count) throw new InvalidOperationException($"(1) {open} under way.");
        if (_tail - _head > _spec.MaxOpen) throw new InvalidOperationException($"(2) {_tail - _head} places.");
        Rollup.CheckInvariants();
    }

    private bool TryBegin(ulong id, long timeMs, ReadOnlySpan<ulong> keys)
    {
        if (keys.Length != _dimensions) throw new ArgumentException("A key for each dimension.", nameof(keys));
        if (_turnOf.ContainsKey(id)) return false;
        if (_tail - _head == _spec.MaxOpen) GiveUpOldest();
        Append(new FunnelEntry { Id = id, StartMs = timeMs, LastMs = timeMs }, keys);
        Count(0, timeMs, MeasureSpec.None, keys);
        return true;
    }

    private void Count(int step, long startMs, long afterMs, ReadOnlySpan<ulong> keys)
    {
        int steps = _spec.Steps.Count;
        for (int s = 0; s < steps; s++) _values[s] = s == step ? 1 : 0;
        for (int s = 1; s < steps; s++) _values[steps + s - 1] = s == step ? afterMs : MeasureSpec.None;
        Rollup.Add(startMs, keys, _values);
    }

    private void Append(in FunnelEntry entry, ReadOnlySpan<ulong> keys)
    {
        if (_tail - _head == _ring.Length) Grow();
        int place = PlaceOf(_tail);
        _ring[place] = entry;
        keys.CopyTo(_keys.AsSpan(place * _dimensions));
        _turnOf.Add(entry.Id, _tail++);
    }

    private void End(ref FunnelEntry entry)
    {
        _turnOf.Remove(entry.Id);
        entry.Step = -1;
    }

    /// <summary>Those whose time is over, or who are through, leave the ring when they are its oldest.</summary>
    private void GiveUpBefore(long timeMs)
    {
        while (_head < _tail)
        {
            ref FunnelEntry oldest = ref _ring[PlaceOf(_head)];
            if (oldest.Step >= 0 && oldest.StartMs >= timeMs) return;
            if (oldest.Step >= 0) End(ref oldest);
            _head++;
        }
    }

    private void GiveUpOldest()
    {
        ref FunnelEntry oldest = ref _ring[PlaceOf(_head++)];
        if (oldest.Step < 0) return;
        End(ref oldest);
        GivenUpCount++;
    }

    private void Grow()
    {
        // A power of two, so that places go round.
        var ring = new FunnelEntry[_ring.Length * 2];
        var keys = new ulong[ring.Length * _dimensions];
        for (long turn = _head; turn < _tail; turn++)
        {
            int place = (int)(turn & (ring.Length - 1));
            ring[place] = _ring[PlaceOf(turn)];
            KeysAt(PlaceOf(turn)).CopyTo(keys.AsSpan(place * _dimensions));
        }

        _ring = ring;
        _keys = keys;
    }

    private void Forget()
    {
        _turnOf.Clear();
        _head = 0;
        _tail = 0;
        GivenUpCount = 0;
    }

    private int PlaceOf(long turn) => (int)(turn & (_ring.Length - 1));

    private Span<ulong> KeysAt(int place) => _keys.AsSpan(place * _dimensions, _dimensions);
}
