using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Catalog.Engine.Core.Memory;

/// <summary>
/// Zeroed memory that begins on a cache line and never moves, read and written as structs at byte offsets: for a
/// structure that is laid out by hand so that what is used together shares lines.
/// </summary>
/// <remarks>
/// One array of the pinned heap and where in it the first line begins. The array is the only owner: references into it
/// keep it alive, and the garbage collector frees it. Access is not checked in Release, only asserted in Debug, because
/// the array's length stands on a line that nothing else needs; whoever owns a block checks what comes from outside.
/// Not thread-safe.
/// </remarks>
internal readonly struct PinnedBlock
{
    /// <summary>The length of a cache line on x86-64 and on most of Arm, bytes.</summary>
    public const int LineSizeBytes = 64;

    private readonly byte[] _bytes;
    private readonly int _start;

    /// <summary>Allocates a block. O(size).</summary>
    public PinnedBlock(int sizeBytes)
    {
        // Arrays begin at multiples of eight, so 56 bytes more always hold a line's beginning.
        _bytes = GC.AllocateArray<byte>(sizeBytes + LineSizeBytes - sizeof(ulong), pinned: true);
        _start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0) & (LineSizeBytes - 1));
    }

    /// <summary>The usable bytes, for copying.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(_start, _bytes.Length - (LineSizeBytes - sizeof(ulong)));

    /// <summary>The struct at <paramref name="offsetBytes"/>. O(1).</summary>
    /// <remarks>
    /// Safety: <typeparamref name="T"/> holds no references; the owner passes offsets within the size it asked for.
    /// The reference points into the managed array, so the array lives as long as the reference does.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T At<T>(int offsetBytes)
        where T : unmanaged
    {
        Debug.Assert(offsetBytes >= 0 && offsetBytes + Unsafe.SizeOf<T>() <= Bytes.Length, "An offset in the block.");
        ref byte first = ref MemoryMarshal.GetArrayDataReference(_bytes);
        return ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref first, (nint)(uint)(_start + offsetBytes)));
    }

    /// <summary>Has the line at <paramref name="offsetBytes"/> fetched, without waiting for it.</summary>
    /// <remarks>Safety: a prefetch reads and writes nothing a program can see, and the array does not move.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(int offsetBytes)
    {
        ref byte target = ref At<byte>(offsetBytes);
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref target));
        else _ = Volatile.Read(ref target);
    }
}
