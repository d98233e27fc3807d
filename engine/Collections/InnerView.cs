using System.Numerics;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Collections;

/// <summary>
/// An inner node of an order-statistic tree while it is worked on.
/// <code>
/// header 24 │ children │ weights │ groups │ first items │ first keys      2,048 bytes
/// </code>
/// Of every child: its number, the sum of the weights and the number of groups below it, and its first entry. So
/// neither a rank nor a search reads a child it does not go into.
/// </summary>
internal readonly ref struct InnerView<TKey>(BlockSpan node)
    where TKey : unmanaged
{
    public const int SizeShift = 11;

    private const int ChildrenAt = TreeNodeHeader.SizeBytes;

    private readonly BlockSpan _node = node;

    /// <summary>Most children.</summary>
    public static int Capacity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (((1 << SizeShift) - ChildrenAt) / ((4 * sizeof(int)) + StructSize.Of<TKey>())) & ~1;
    }

    /// <summary>The header.</summary>
    public ref TreeNodeHeader Header
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _node.At<TreeNodeHeader>(0);
    }

    /// <summary>Number of children.</summary>
    public int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Header.Count;
    }

    /// <summary>The children, room for more included, as are the rest.</summary>
    public Span<int> Children
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Column(0);
    }

    /// <summary>The sum of the weights below each child.</summary>
    public Span<int> Weights
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Column(1);
    }

    /// <summary>The number of groups that begin below each child.</summary>
    public Span<int> Groups
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Column(2);
    }

    /// <summary>The item of the first entry below each child.</summary>
    public Span<int> FirstItems
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Column(3);
    }

    /// <summary>The key of the first entry below each child.</summary>
    public Span<TKey> FirstKeys
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _node.Slice<TKey>(ChildrenAt + (4 * sizeof(int) * Capacity), Capacity);
    }

    /// <summary>Has what a search in a node reads fetched: its count and children, and their first keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchSearch(BlockSpan node)
    {
        node.Prefetch(0, ChildrenAt + (sizeof(int) * Capacity));
        node.Prefetch(ChildrenAt + (4 * sizeof(int) * Capacity), StructSize.Of<TKey>() * Capacity);
    }

    /// <summary>Has the sum of the weights below a child fetched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchSum(BlockSpan node, int slot) =>
        node.Prefetch(ChildrenAt + ((Capacity + slot) * sizeof(int)));

    /// <summary>Has the sums of the weights below the children in front of one fetched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchSums(BlockSpan node, int slot)
    {
        int at = ChildrenAt + (Capacity * sizeof(int));
        node.Prefetch(at, slot * sizeof(int));
        node.Prefetch(at + (slot * sizeof(int)));
    }

    /// <summary>Which child a node is. O(capacity), by vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SlotOf(int child) => Children[..Count].IndexOf(child);

    /// <summary>Which child a node is, beginning with which it was. O(1) if that has not changed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SlotOf(int child, ref TreeNodeHeader header, bool isLeaf)
    {
        int slot = header.Slot(isLeaf);
        if ((uint)slot < (uint)Count && Children[slot] == child) return slot;
        slot = SlotOf(child);
        header.NoteSlot(isLeaf, slot);
        return slot;
    }

    /// <summary>The sum of the first numbers of a column. O(count), by vectors.</summary>
    public static int Sum(ReadOnlySpan<int> numbers)
    {
        int sum = 0;
        if (numbers.Length >= Vector<int>.Count)
        {
            var sums = Vector<int>.Zero;
            do
            {
                sums += new Vector<int>(numbers);
                numbers = numbers[Vector<int>.Count..];
            }
            while (numbers.Length >= Vector<int>.Count);
            sum = Vector.Sum(sums);
        }

        foreach (int number in numbers) sum += number;
        return sum;
    }

    /// <summary>Opens a gap at a slot and counts it; there is room. O(capacity).</summary>
    public void Open(int slot)
    {
        int count = Count;
        for (int column = 0; column < 4; column++)
        {
            Span<int> numbers = Column(column);
            numbers[slot..count].CopyTo(numbers[(slot + 1)..]);
        }

        Span<TKey> keys = FirstKeys;
        keys[slot..count].CopyTo(keys[(slot + 1)..]);
        Header.Count = (ushort)(count + 1);
    }

    /// <summary>Takes a child away. O(capacity).</summary>
    public void Close(int slot)
    {
        int count = Count;
        for (int column = 0; column < 4; column++)
        {
            Span<int> numbers = Column(column);
            numbers[(slot + 1)..count].CopyTo(numbers[slot..]);
        }

        Span<TKey> keys = FirstKeys;
        keys[(slot + 1)..count].CopyTo(keys[slot..]);
        Header.Count = (ushort)(count - 1);
    }

    /// <summary>Appends the children from a slot on to another node, and forgets them. O(capacity).</summary>
    public void MoveTail(int slot, InnerView<TKey> target)
    {
        int count = Count, at = target.Count;
        for (int column = 0; column < 4; column++) Column(column)[slot..count].CopyTo(target.Column(column)[at..]);
        FirstKeys[slot..count].CopyTo(target.FirstKeys[at..]);
        target.Header.Count = (ushort)(at + count - slot);
        Header.Count = (ushort)slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<int> Column(int column) =>
        _node.Slice<int>(ChildrenAt + (column * sizeof(int) * Capacity), Capacity);
}
