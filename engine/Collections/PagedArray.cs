using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Collections;

/// <summary>
/// An array that grows without being copied: pages of 4,096 elements, of which the first doubles up to that size, so
/// that a small one is small. O(1); allocates when it grows; not thread-safe.
/// </summary>
internal sealed class PagedArray<T>
    where T : unmanaged
{
    private const int PageShift = 12;
    private const int PageSize = 1 << PageShift;
    private const int FirstSize = 4;

    private T[][] _pages = [];

    /// <summary>Number of elements there is room for.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes taken.</summary>
    public long AllocatedBytes => ((long)Length * StructSize.Of<T>()) + (_pages.Length * (long)IntPtr.Size);

    /// <summary>An element.</summary>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _pages[index >> PageShift][index & (PageSize - 1)];
    }

    /// <summary>Has an element's line fetched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int index) => CacheLine.Prefetch(ref this[index]);

    /// <summary>Sees to it that there is an element with this index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reach(int index)
    {
        if (index >= Length) Grow(index);
    }

    /// <summary>Forgets everything. O(1).</summary>
    public void Clear()
    {
        _pages = [];
        Length = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int index)
    {
        if (Length < PageSize)
        {
            int size = Math.Max(FirstSize, Length);
            while (size <= index && size < PageSize) size *= 2;
            if (_pages.Length == 0) _pages = [[]];
            Array.Resize(ref _pages[0], size);
            Length = size;
        }

        for (int page = Length >> PageShift; Length <= index; page++)
        {
            if (page == _pages.Length) Array.Resize(ref _pages, page + (page >> 1) + 1);
            _pages[page] = LargePages.Allocate<T>(PageSize);
            Length += PageSize;
        }
    }
}
