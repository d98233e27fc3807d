using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Catalog.Engine.Core.Memory;

/// <summary>
/// Zeroed memory that begins on a cache line and never moves, read and written as structs at byte offsets: for a
/// structure that is laid out by hand so that what is used together shares lines.
/// </summary>
/// <remarks>
/// One array of the pinned heap and where in it the first line begins. The array is the only owner: references into it
/// keep it alive, and the garbage collector frees it. Not thread-safe.
/// </remarks>
internal readonly struct PinnedBlock
{
    /// <summary>The length of a cache line on x86-64 and on most of Arm, bytes.</summary>
    public const int LineSizeBytes = 64;

    // Arrays begin at multiples of eight, so 56 bytes more always hold a line's beginning.
    private const int SlackBytes = LineSizeBytes - sizeof(ulong);

    private readonly byte[] _bytes;
    private readonly int _start;

    /// <summary>Allocates a block. O(size).</summary>
    public PinnedBlock(int sizeBytes)
    {
        _bytes = GC.AllocateArray<byte>(sizeBytes + SlackBytes, pinned: true);
        _start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0) & (LineSizeBytes - 1));
    }

    /// <summary>The usable bytes, for copying.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(_start, _bytes.Length - SlackBytes);

    /// <summary>The block to work on. O(1); does not touch the array's own header.</summary>
    /// <remarks>Safety: the first line begins within the array, see the constructor.</remarks>
    public BlockSpan Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ref byte first = ref MemoryMarshal.GetArrayDataReference(_bytes);
#if DEBUG
            return new BlockSpan(ref Unsafe.AddByteOffset(ref first, (nint)_start), Bytes.Length);
#else
            return new BlockSpan(ref Unsafe.AddByteOffset(ref first, (nint)_start), 0);
#endif
        }
    }
}
