namespace Catalog.WsGateway.Topics;

/// <summary>
/// A topic's last messages, as JSON envelopes, bounded in number and bytes. Slots keep their arrays, so that a ring
/// that has its working size allocates nothing. The topic's lock guards it.
/// </summary>
/// <remarks>
/// <code>
///   offsets   first … last, without holes; offset n lies in slot n mod capacity
/// </code>
/// Invariants: (1) offsets are last − count + 1 … last; (2) SizeBytes is the sum of the lengths and within the bound,
/// unless a single message is larger, which then is not kept.
/// </remarks>
internal sealed class HistoryRing(int capacity, int maxBytes)
{
    private readonly byte[]?[] _slots = new byte[]?[capacity];
    private readonly int[] _lengths = new int[capacity];

    internal long Last { get; private set; }

    internal int Count { get; private set; }

    internal long SizeBytes { get; private set; }

    /// <summary>The oldest offset kept; one behind the last when none is.</summary>
    internal long First => Last - Count + 1;

    internal void Add(long offset, ReadOnlySpan<byte> envelope)
    {
        if (offset != Last + 1) (Count, SizeBytes) = (0, 0); // a hole: what was before cannot be joined to it
        while (Count > 0 && (Count == capacity || SizeBytes + envelope.Length > maxBytes)) DropFirst();
        Last = offset;
        if (envelope.Length > maxBytes) return;
        int slot = (int)(offset % capacity);
        if (_slots[slot] is not { } bytes || bytes.Length < envelope.Length)
            bytes = _slots[slot] = new byte[RoundUp(envelope.Length)];
        envelope.CopyTo(bytes);
        _lengths[slot] = envelope.Length;
        SizeBytes += envelope.Length;
        Count++;
    }

    /// <summary>Goes on behind an offset; what was kept lies before a hole then, and is left out.</summary>
    internal void Skip(long offset) => (Last, Count, SizeBytes) = (offset, 0, 0);

    /// <summary>Whether everything after <paramref name="offset"/> is still here.</summary>
    internal bool Has(long offset) => offset >= First - 1 && offset <= Last;

    internal ReadOnlySpan<byte> this[long offset]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(offset, First);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Last);
            int slot = (int)(offset % capacity);
            return _slots[slot].AsSpan(0, _lengths[slot]);
        }
    }

    private static int RoundUp(int length) => (length + 31) & ~31;

    private void DropFirst()
    {
        SizeBytes -= _lengths[(int)(First % capacity)];
        Count--;
    }
}
