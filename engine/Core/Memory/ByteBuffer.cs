namespace Catalog.Engine.Core.Memory;

/// <summary>
/// A growable byte array with a write cursor: what encoders append to. It keeps its array between uses, so a
/// buffer that has reached its working size allocates nothing any more. Not thread-safe.
/// </summary>
/// <remarks>Growth doubles, so n appended bytes cost O(n) in total; <see cref="Clear"/> is O(1).</remarks>
public sealed class ByteBuffer
{
    private byte[] _bytes;
    private int _length;

    /// <summary>Creates a buffer with room for <paramref name="capacityBytes"/> bytes before it first grows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public ByteBuffer(int capacityBytes = 256)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacityBytes);
        _bytes = new byte[capacityBytes];
    }

    /// <summary>
    /// Called with the bytes that are wanted, instead of growing beyond <see cref="LimitBytes"/>: takes the content
    /// away by <see cref="Swap"/>. Null for a buffer that grows as it must.
    /// </summary>
    internal Action<int>? Full { get; init; }

    /// <summary>How long the content may get before <see cref="Full"/> is called.</summary>
    internal int LimitBytes { get; set; } = Array.MaxLength;

    /// <summary>Number of bytes written so far.</summary>
    public int Length => _length;

    /// <summary>Number of bytes the buffer holds before it must grow.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>The bytes written so far; valid until the next write.</summary>
    public Span<byte> WrittenSpan => _bytes.AsSpan(0, _length);

    /// <summary>The bytes written so far; valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _length);

    /// <summary>Returns the free tail, at least <paramref name="sizeHint"/> bytes long, growing when needed.</summary>
    public Span<byte> GetSpan(int sizeHint)
    {
        if (_bytes.Length - _length < sizeHint) GetSpanSlow(sizeHint);
        return _bytes.AsSpan(_length);
    }

    /// <summary>Moves the cursor past bytes that were written into <see cref="GetSpan"/>'s span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than the free tail is claimed.</exception>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_bytes.Length - _length), nameof(count));
        _length += count;
    }

    /// <summary>Appends a copy of <paramref name="bytes"/>.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>Forgets the content and keeps the array.</summary>
    public void Clear() => _length = 0;

    /// <summary>Cuts the content back to <paramref name="length"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or beyond the content.</exception>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)_length, nameof(length));
        _length = length;
    }

    /// <summary>Goes on in another array, from its start, and returns the one so far.</summary>
    internal byte[] Swap(byte[] fresh)
    {
        byte[] before = _bytes;
        (_bytes, _length) = (fresh, 0);
        return before;
    }

    private void GetSpanSlow(int sizeHint)
    {
        if (sizeHint > LimitBytes - _length) Full?.Invoke(sizeHint);
        int needed = checked(_length + sizeHint);
        if (needed <= _bytes.Length) return;
        int most = needed <= LimitBytes ? LimitBytes : Array.MaxLength;
        int size = (int)Math.Min(most, Math.Max(needed, 2L * _bytes.Length));
        Array.Resize(ref _bytes, size);
    }
}
