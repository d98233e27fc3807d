using System.Numerics;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Analytics;

/// <summary>
/// What everybody did so far, one row each: who is new and who comes back, who is worth most, and how many of those who
/// began together are still there. Exact.
/// <code>
/// rowOf    id ─► row
/// ids      [ 17 | 4 | 9 | … ]      first, last   [ times ]
/// acts     [ 3  | 1 | 2 | … ]      amounts       [ sums  ]
/// periods  [ 0b1011 | 0b1 | … ]    bit k: did something in the k-th period after the first one
/// </code>
/// Invariants: (1) every row is found under its id; (2) a row has at least one act, and bit 0; (3) no last act lies
/// before the first; (4) there are at most <c>maxRows</c>.
/// </summary>
/// <remarks>
/// Adding is O(1) and allocates nothing once the table has its working size: 48 bytes and some 32 for finding it, a
/// row. Periods beyond the 64th count as the 64th. Not thread-safe beside a writer.
/// </remarks>
public sealed class ActivityTable
{
    /// <summary>Periods that are told apart: the first one, and those after it.</summary>
    public const int MaxPeriods = 64;

    private const int FieldsPerRow = 6;
    private readonly Dictionary<ulong, int> _rowOf = [];
    private readonly TimeGrain _period;
    private readonly int _maxRows;
    private ulong[] _ids = new ulong[16];
    private long[] _first = new long[16];
    private long[] _last = new long[16];
    private long[] _acts = new long[16];
    private long[] _amounts = new long[16];
    private ulong[] _periods = new ulong[16];
    private int _count;
    private int _returning;
    private long _allActs;
    private long _allAmount;
    private long _unknown;

    /// <summary>Makes an empty table.</summary>
    /// <param name="period">The length of a period.</param>
    /// <param name="maxRows">How many are remembered at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The period is <see cref="TimeGrain.All"/>, or there is no room for anybody.
    /// </exception>
    public ActivityTable(TimeGrain period, int maxRows = 4_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)period, (int)TimeGrain.All, nameof(period));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRows);
        _period = period;
        _maxRows = maxRows;
    }

    /// <summary>The length of a period.</summary>
    public TimeGrain Period => _period;

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>Everybody together. O(1).</summary>
    public ActivityTotals Totals => new(_count, _returning, _allActs, _allAmount, _unknown);

    /// <summary>What somebody did so far. O(1), allocates nothing.</summary>
    public bool TryFind(ulong id, out Activity activity)
    {
        bool isKnown = _rowOf.TryGetValue(id, out int row);
        activity = isKnown ? At(row) : default;
        return isKnown;
    }

    /// <summary>
    /// Those at the top, the first of all first; of equals the one with the smaller id. O(everybody log limit).
    /// </summary>
    /// <param name="order">What puts somebody there.</param>
    /// <param name="limit">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public IReadOnlyList<Activity> Leaders(ActivityOrder order, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        long[] values = order == ActivityOrder.Acts ? _acts : _amounts;
        int Compare(int left, int right) =>
            values[left] != values[right] ? values[left].CompareTo(values[right]) : _ids[right].CompareTo(_ids[left]);
        var best = new PriorityQueue<int, int>(Comparer<int>.Create(Compare));
        for (int row = 0; row < _count; row++)
        {
            if (best.Count < limit) best.Enqueue(row, row);
            else if (values[row] >= values[best.Peek()] && Compare(row, best.Peek()) > 0) best.EnqueueDequeue(row, row);
        }

        var leaders = new Activity[best.Count];
        for (int i = leaders.Length - 1; i >= 0; i--) leaders[i] = At(best.Dequeue());
        return leaders;
    }

    /// <summary>
    /// How many of those who began in each period of a time did something in that one and each one after. Cohorts
    /// nobody began in are there, empty; a cohort has as many numbers as periods have begun since, up to the limit.
    /// O(everybody).
    /// </summary>
    /// <param name="fromMs">Those who began from then on, widened to a whole period.</param>
    /// <param name="toMs">Until then, exclusive; also the end of what is looked at.</param>
    /// <param name="maxPeriods">Periods looked at, the first included: 1 to <see cref="MaxPeriods"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no time in between, too much of it, or the number of periods is out of range.
    /// </exception>
    public IReadOnlyList<RetentionCohort> Retention(long fromMs, long toMs, int maxPeriods = MaxPeriods)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fromMs, toMs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPeriods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxPeriods, MaxPeriods);
        long start = TimeBuckets.Floor(_period, fromMs);
        long cohorts = TimeBuckets.Distance(_period, start, toMs - 1) + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cohorts, 10_000, nameof(toMs));
        var active = new int[cohorts][];
        for (int i = 0; i < active.Length; i++) active[i] = new int[Math.Min(maxPeriods, (int)cohorts - i)];
        for (int row = 0; row < _count; row++)
        {
            long cohort = TimeBuckets.Distance(_period, start, _first[row]);
            if (cohort < 0 || cohort >= cohorts) continue;
            int[] counts = active[cohort];
            for (ulong bits = _periods[row]; bits != 0; bits &= bits - 1)
            {
                int period = BitOperations.TrailingZeroCount(bits);
                if (period < counts.Length) counts[period]++;
            }
        }

        return [.. active.Select((counts, i) =>
            new RetentionCohort(TimeBuckets.Shift(_period, start, i), counts[0], counts))];
    }

    /// <summary>Somebody did something. O(1), allocates nothing in steady state.</summary>
    /// <param name="id">Who.</param>
    /// <param name="timeMs">When, milliseconds since 1970.</param>
    /// <param name="amount">What it came to.</param>
    public ActivityAdd Add(ulong id, long timeMs, long amount)
    {
        if (!_rowOf.TryGetValue(id, out int row)) return AddFirst(id, timeMs, amount);
        long period = TimeBuckets.Distance(_period, _first[row], timeMs);
        _periods[row] |= 1UL << (int)Math.Clamp(period, 0, MaxPeriods - 1);
        _last[row] = Math.Max(_last[row], timeMs);
        if (++_acts[row] == 2) _returning++;
        _amounts[row] += amount;
        _allActs++;
        _allAmount += amount;
        return ActivityAdd.Again;
    }

    /// <summary>Part of what somebody's acts came to is taken back, or more is added. O(1).</summary>
    /// <returns>Whether anything is known of them; else nothing happens.</returns>
    public bool Adjust(ulong id, long amount)
    {
        if (!_rowOf.TryGetValue(id, out int row)) return false;
        _amounts[row] += amount;
        _allAmount += amount;
        return true;
    }

    /// <summary>Copies a page of rows, in the order they first came. O(page).</summary>
    /// <param name="start">How many rows to leave out.</param>
    /// <param name="into">Where to; its length is the page's.</param>
    /// <returns>How many rows were copied.</returns>
    public int Copy(int start, Span<Activity> into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        int count = Math.Max(0, Math.Min(into.Length, _count - start));
        for (int i = 0; i < count; i++) into[i] = At(start + i);
        return count;
    }

    /// <summary>Encodes everything. O(everybody).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2 + (_count * FieldsPerRow));
        writer.Write((byte)_period);
        writer.Write(_unknown);
        for (int row = 0; row < _count; row++)
        {
            writer.Write(_ids[row]);
            writer.Write(_first[row]);
            writer.Write(_last[row]);
            writer.Write(_acts[row]);
            writer.Write(_amounts[row]);
            writer.Write(_periods[row]);
        }
    }

    /// <summary>Replaces everything by what <see cref="Save"/> wrote. O(everybody).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a table.</exception>
    public void Load(ref MessagePackReader reader)
    {
        Clear();
        int rows = Math.DivRem(reader.ReadArrayHeader() - 2, FieldsPerRow, out int rest);
        if (rest != 0 || rows < 0 || rows > _maxRows || reader.ReadByte() != (byte)_period)
            throw new MessagePackFormatException("Not a table of what everybody did.");
        _unknown = reader.ReadInt64();
        for (int row = 0; row < rows; row++)
        {
            ulong id = reader.ReadUInt64();
            if (_rowOf.ContainsKey(id)) throw new MessagePackFormatException($"{id} is there twice.");
            AddFirst(id, reader.ReadInt64(), 0);
            _last[row] = reader.ReadInt64();
            _acts[row] = reader.ReadInt64();
            _amounts[row] = reader.ReadInt64();
            _periods[row] = reader.ReadUInt64();
            if (_acts[row] > 1) _returning++;
            _allActs += _acts[row] - 1;
            _allAmount += _amounts[row];
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _rowOf.Clear();
        _count = 0;
        _returning = 0;
        _allActs = 0;
        _allAmount = 0;
        _unknown = 0;
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(everybody).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        if (_count > _maxRows || _rowOf.Count != _count) throw new InvalidOperationException($"(4) {_count} rows.");
        for (int row = 0; row < _count; row++)
        {
            if (_rowOf[_ids[row]] != row) throw new InvalidOperationException($"(1) Row {row}.");
            if (_acts[row] < 1 || (_periods[row] & 1) == 0) throw new InvalidOperationException($"(2) Row {row}.");
            if (_last[row] < _first[row]) throw new InvalidOperationException($"(3) Row {row}.");
        }
    }

    private Activity At(int row) => new(
        _ids[row], _first[row], _last[row], _acts[row], _amounts[row], BitOperations.PopCount(_periods[row]));

    private ActivityAdd AddFirst(ulong id, long timeMs, long amount)
    {
        if (_count == _maxRows)
        {
            _unknown++;
            return ActivityAdd.Full;
        }

        if (_count == _ids.Length) Grow();
        int row = _count++;
        _rowOf.Add(id, row);
        _ids[row] = id;
        _first[row] = timeMs;
        _last[row] = timeMs;
        _acts[row] = 1;
        _amounts[row] = amount;
        _periods[row] = 1;
        _allActs++;
        _allAmount += amount;
        return ActivityAdd.First;
    }

    private void Grow()
    {
        int size = _count * 2;
        Array.Resize(ref _ids, size);
        Array.Resize(ref _first, size);
        Array.Resize(ref _last, size);
        Array.Resize(ref _acts, size);
        Array.Resize(ref _amounts, size);
        Array.Resize(ref _periods, size);
    }
}
