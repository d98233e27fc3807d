using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Catalog.Engine.Core.Memory;

/// <summary>A <see cref="PinnedBlock"/> while it is worked on: its address stays in a register.</summary>
/// <remarks>
/// Access is not checked in Release, only asserted in Debug, because the array's length stands on a line that nothing
/// else needs; whoever owns a block checks what comes from outside.
/// </remarks>
internal readonly ref struct BlockSpan
{
    private readonly ref byte _first;
#if DEBUG
    private readonly int _sizeBytes;
#endif

    /// <summary>Wraps the block that begins at <paramref name="first"/>.</summary>
    public BlockSpan(ref byte first, int sizeBytes)
    {
        _first = ref first;
#if DEBUG
        _sizeBytes = sizeBytes;
#endif
    }

    /// <summary>The struct at <paramref name="offsetBytes"/>. O(1).</summary>
    /// <remarks>
    /// Safety: <typeparamref name="T"/> holds no references; the owner passes offsets within the size it asked for.
    /// The reference points into the managed array, so the array lives as long as the reference does.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T At<T>(int offsetBytes)
        where T : unmanaged
    {
        AssertWithin(offsetBytes, Unsafe.SizeOf<T>());
        return ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref _first, (nint)(uint)offsetBytes));
    }

    /// <summary>
    /// <paramref name="count"/> structs from <paramref name="offsetBytes"/> on, checked from here on. O(1).
    /// </summary>
    /// <remarks>Safety: as <see cref="At"/>, for the last of them.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Slice<T>(int offsetBytes, int count)
        where T : unmanaged
    {
        AssertWithin(offsetBytes, count * Unsafe.SizeOf<T>());
        return MemoryMarshal.CreateSpan(ref At<T>(offsetBytes), count);
    }

    /// <summary>The part of the block from <paramref name="offsetBytes"/> on. O(1).</summary>
    /// <remarks>Safety: as <see cref="At"/>, for all of the part.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockSpan Part(int offsetBytes, int sizeBytes)
    {
        AssertWithin(offsetBytes, sizeBytes);
        return new BlockSpan(ref Unsafe.AddByteOffset(ref _first, (nint)(uint)offsetBytes), sizeBytes);
    }

    /// <summary>Has the line at <paramref name="offsetBytes"/> fetched, without waiting for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int offsetBytes) => CacheLine.Prefetch(ref At<byte>(offsetBytes));

    /// <summary>Has all lines of <paramref name="sizeBytes"/> bytes fetched, without waiting for them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int offsetBytes, int sizeBytes)
    {
        for (int at = 0; at < sizeBytes; at += PinnedBlock.LineSizeBytes) Prefetch(offsetBytes + at);
    }

    [Conditional("DEBUG")]
    private void AssertWithin(int offsetBytes, int sizeBytes)
    {
#if DEBUG
        Debug.Assert(offsetBytes >= 0 && offsetBytes + sizeBytes <= _sizeBytes, "An offset in the block.");
#endif
    }
}
