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
    private readonly nint _first;

    /// <summary>Allocates a block. O(size).</summary>
    public PinnedBlock(int sizeBytes)
    {
        _bytes = LargePages.Allocate<byte>(sizeBytes + SlackBytes);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0);
        _first = (address + LineSizeBytes - 1) & -LineSizeBytes;
    }

    /// <summary>The usable bytes, for copying.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(Start, _bytes.Length - SlackBytes);

    /// <summary>The block to work on. O(1); does not touch the array's own header.</summary>
    /// <remarks>
    /// Safety: the array never moves, and is there as long as the block's owner is; the address lies within it, see the
    /// constructor. Going by the address spares each access the line the array's header stands on, which finding the
    /// first element would read to see that there is an array.
    /// </remarks>
    public unsafe BlockSpan Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ref byte first = ref Unsafe.AsRef<byte>((void*)_first);
#if DEBUG
            return new BlockSpan(ref first, Bytes.Length);
#else
            return new BlockSpan(ref first, 0);
#endif
        }
    }

    private int Start => (int)(_first - Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0));
}
