using System.Diagnostics;

namespace Catalog.Engine.Core.Ids;

/// <summary>
/// Makes 64-bit ids that are unique among up to 1,024 nodes and sort by the time they were made:
/// <code>
///  63   62 ........................ 22   21 ...... 12   11 ...... 0
///  0    milliseconds since 2024-01-01    node           sequence
///       41 bits: until September 2093    10 bits        12 bits: 4,096 a millisecond
/// </code>
/// </summary>
/// <remarks>
/// Each id is greater than every one made before it by the same generator, also when the clock goes back. Who makes
/// more than 4,096 a millisecond borrows from the milliseconds to come instead of waiting. Time and sequence are one
/// 53-bit counter: the next id is the clock's millisecond or the last counter plus one, whichever is greater.
/// Lock-free and thread-safe; O(1) but for contention; allocates nothing. After Twitter's Snowflake (2010).
/// </remarks>
public sealed class IdGenerator
{
    /// <summary>The greatest node number.</summary>
    public const int MaxNode = (1 << NodeBits) - 1;

    private const int SequenceBits = 12;
    private const int NodeBits = 10;
    private const int TimeBits = 41;
    private const long EpochMs = 1_704_067_200_000; // 2024-01-01T00:00:00Z in milliseconds since 1970
    private const long MaxCounter = (1L << (TimeBits + SequenceBits)) - 1;

    private readonly TimeProvider _time;
    private readonly long _node;
    private long _last;

    /// <summary>Creates a generator.</summary>
    /// <param name="node">This node's number, 0 to <see cref="MaxNode"/>; no two live generators share one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="afterId">
    /// The last id known to be made by this node, after which the ids begin: keeps them unique when the clock went back
    /// while the node was down. 0 when there is none.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The node is out of range, or the id is negative.</exception>
    /// <exception cref="ArgumentNullException">There is no clock.</exception>
    public IdGenerator(int node, TimeProvider time, long afterId = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(node);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(node, MaxNode);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfNegative(afterId);
        _node = (long)node << SequenceBits;
        _time = time;
        _last = CounterOf(afterId);
    }

    /// <summary>
    /// Makes an id: positive and greater than every one before. O(1), allocates nothing, thread-safe.
    /// </summary>
    /// <exception cref="InvalidOperationException">The 41 bits of time are used up (in 2093).</exception>
    public long Next()
    {
        long nowMs = _time.GetUtcNow().ToUnixTimeMilliseconds() - EpochMs;
        long now = nowMs > MaxCounter >> SequenceBits ? MaxCounter + 1 : nowMs << SequenceBits;
        long last = Volatile.Read(ref _last);
        while (true)
        {
            long next = Math.Max(last + 1, now);
            if (next > MaxCounter) throw new InvalidOperationException("The ids have run out of time.");
            long seen = Interlocked.CompareExchange(ref _last, next, last);
            if (seen == last) return Compose(next);
            last = seen;
        }
    }

    /// <summary>When an id was made, to the millisecond, by its node's clock; later when time was borrowed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is negative: none of ours.</exception>
    public static DateTimeOffset TimeOf(long id)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        return DateTimeOffset.FromUnixTimeMilliseconds(EpochMs + (id >> (NodeBits + SequenceBits)));
    }

    /// <summary>Which node made an id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is negative: none of ours.</exception>
    public static int NodeOf(long id)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        return (int)(id >> SequenceBits) & MaxNode;
    }

    private long Compose(long counter)
    {
        Debug.Assert(counter is > 0 and <= MaxCounter, "The counter has 53 bits.");
        long sequence = counter & ((1L << SequenceBits) - 1);
        return (counter >> SequenceBits << (NodeBits + SequenceBits)) | _node | sequence;
    }

    private static long CounterOf(long id) =>
        (id >> (NodeBits + SequenceBits) << SequenceBits) | (id & ((1L << SequenceBits) - 1));
}
