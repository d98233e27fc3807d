using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Catalog.Engine.Core.Time;

/// <summary>
/// Hierarchical timing wheels: many timers, each set and cancelled in constant time, handed out in the order they are
/// due. Time stands still until <see cref="TryPop"/> is told what time it is.
/// </summary>
/// <typeparam name="T">What a timer carries.</typeparam>
/// <remarks>
/// Time is counted in ticks since 1970. A tick is a number of eleven digits to base 64, and each digit has a wheel of
/// 64 slots. With <c>now</c> as the current tick, a timer due at tick <c>d</c> lies on the wheel of the highest digit
/// in which <c>d</c> and <c>now</c> differ (or wheel 0), in the slot of that digit of <c>d</c>:
/// <code>
///  _levels   ..0 1 0 1            which wheels hold timers
///                │   └─ wheel 0   slot = one tick        ─► circular list of nodes, first set first out
///                └───── wheel 2   slot = 64·64 ticks
///  _slots    64 a wheel: bit s of _slots[w] says that slot s of wheel w holds timers
///  _heads    64 a wheel: the first node of the slot's list, its Prev is the last
///  _nodes    due tick, next, prev, generation, payload; free nodes are chained by next
/// </code>
/// When now reaches a slot of a higher wheel, its timers are dealt to the wheels below (cascading). Eleven digits hold
/// every time a <c>long</c> can name, so no timer is too far away.
/// <para>Invariants:</para>
/// <list type="number">
/// <item>A slot's bit is set exactly when its list is not empty; a wheel's bit exactly when one of its slots is.</item>
/// <item>Every timer lies where its due tick and the current tick say, and is not due before the current tick.</item>
/// <item>A slot's list is circular, and Next and Prev are each other's inverse.</item>
/// <item>Within a slot, timers of the same tick stand in the order they were set.</item>
/// <item>
/// Armed nodes and free nodes together are the nodes used so far, which stand at the front of the array; no node is
/// both. Nodes behind them were never touched, so a large capacity costs address space, not memory.
/// </item>
/// </list>
/// Bounds: the capacity given at construction; a full wheel refuses (<see cref="TrySchedule"/> returns false). Costs:
/// setting and cancelling O(1); popping O(1) amortised, as a timer moves down at most once a wheel, which is
/// log64 of its delay in ticks; nothing is allocated after construction. Not thread-safe. Deterministic. Source: G.
/// Varghese, T. Lauck, "Hashed and Hierarchical Timing Wheels", SOSP 1987, scheme 7.
/// </remarks>
public sealed partial class TimerWheel<T>
{
    private const int DigitBits = 6;
    private const int SlotsPerWheel = 1 << DigitBits;
    private const int Wheels = 11; // ⌈63 / 6⌉: every digit of a non-negative long
    private const int None = -1;

    private readonly Node[] _nodes;
    private readonly int[] _heads = new int[Wheels * SlotsPerWheel];
    private readonly ulong[] _slots = new ulong[Wheels];
    private readonly int _tickMs;
    private long _now;
    private uint _levels;
    private int _firstFree = None;
    private int _usedCount;
    private int _count;

    /// <summary>Creates an empty wheel.</summary>
    /// <param name="nowMs">The time it is, milliseconds since 1970.</param>
    /// <param name="capacity">The most timers it holds at once; their room is reserved now.</param>
    /// <param name="tickMs">
    /// The resolution in milliseconds: a timer fires up to a tick less one millisecond late and never early.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Capacity or tick are not positive, or the time is negative.
    /// </exception>
    public TimerWheel(long nowMs, int capacity, int tickMs = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nowMs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tickMs);
        _tickMs = tickMs;
        _now = nowMs / tickMs;
        _nodes = new Node[capacity];
        Array.Fill(_heads, None);
    }

    /// <summary>The most timers the wheel holds at once.</summary>
    public int Capacity => _nodes.Length;

    /// <summary>How many timers are set.</summary>
    public int Count => _count;

    /// <summary>
    /// A time, milliseconds since 1970, before which no timer is due; <see cref="long.MaxValue"/> when none is set. It
    /// is the due time itself of a timer due within the next 64 ticks, else the start of its slot: who sleeps until
    /// then and calls <see cref="TryPop"/> wakes at most once a wheel for nothing. O(1).
    /// </summary>
    public long NextDueMs
    {
        get
        {
            if (_levels == 0) return long.MaxValue;
            long tick = FirstSlotTick(BitOperations.TrailingZeroCount(_levels), out _);
            return tick > long.MaxValue / _tickMs ? long.MaxValue : tick * _tickMs;
        }
    }

    /// <summary>Whether <paramref name="handle"/> names a timer that is set: not popped, not cancelled. O(1).</summary>
    public bool IsSet(TimerHandle handle) =>
        (uint)handle.Index < (uint)_usedCount
        && _nodes[handle.Index].Generation == handle.Generation
        && _nodes[handle.Index].Prev != None;

    /// <summary>Sets a timer. O(1), allocates nothing.</summary>
    /// <param name="dueMs">
    /// When, milliseconds since 1970. What is past already is due at the time the wheel has reached, behind the timers
    /// due then.
    /// </param>
    /// <param name="payload">What <see cref="TryPop"/> gives back.</param>
    /// <param name="handle">
    /// Names the timer until it is popped or cancelled; <c>default</c> when there is no room.
    /// </param>
    /// <returns>False when <see cref="Capacity"/> timers are set; nothing happened.</returns>
    public bool TrySchedule(long dueMs, T payload, out TimerHandle handle)
    {
        if (_count == _nodes.Length)
        {
            handle = default;
            return false;
        }

        int index = TakeNode();
        ref Node node = ref _nodes[index];
        node.DueTick = dueMs <= 0 ? _now : Math.Max(_now, (dueMs - 1) / _tickMs + 1);
        node.Payload = payload;
        Append(index, SlotOf(node.DueTick));
        _count++;
        handle = new TimerHandle(index, node.Generation);
        return true;
    }

    /// <summary>Takes a timer away. O(1), allocates nothing.</summary>
    /// <returns>False when it was popped or cancelled before, or never set; nothing happened.</returns>
    public bool Cancel(TimerHandle handle)
    {
        if (!IsSet(handle)) return false;
        Remove(handle.Index, SlotOf(_nodes[handle.Index].DueTick));
        Free(handle.Index);
        return true;
    }

    /// <summary>
    /// Takes the next timer that is due: earlier ticks first, within a tick in the order they were set. Call it until
    /// it returns false. O(1) amortised, allocates nothing.
    /// </summary>
    /// <param name="nowMs">
    /// The time it is, milliseconds since 1970. A time before one given earlier is allowed: the wheel does not go back.
    /// </param>
    /// <param name="payload">What the timer carries.</param>
    /// <returns>False when none is due.</returns>
    public bool TryPop(long nowMs, [MaybeNullWhen(false)] out T payload)
    {
        long limit = nowMs < 0 ? -1 : nowMs / _tickMs;
        while (_levels != 0)
        {
            int wheel = BitOperations.TrailingZeroCount(_levels);
            long tick = FirstSlotTick(wheel, out int slot);
            if (tick > limit) break;
            _now = tick;
            if (wheel == 0)
            {
                int index = _heads[slot];
                payload = _nodes[index].Payload;
                Remove(index, slot);
                Free(index);
                return true;
            }

            Cascade(slot);
        }

        _now = Math.Max(_now, limit);
        payload = default;
        return false;
    }
}
