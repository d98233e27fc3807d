using System.Runtime.CompilerServices;

namespace Catalog.Engine.Collections;

/// <summary>
/// An order-statistic B+tree: a sorted sequence of entries (a key, an item number) that tells an entry's rank, the
/// entry of a rank, and the entry of an item, each in O(log n), in about 1.2 times the bytes of the entries themselves.
/// </summary>
/// <remarks>
/// <code>
/// inner  2 KiB  header │ children │ weights │ groups │ first items │ first keys        up to 72 children
/// leaf   512 B  header │ items │ keys          ◄─ prev, next ─►                        up to 30 entries
/// _leafOf       item → leaf      (<see cref="ItemMap"/>)
/// </code>
/// An entry weighs 0, 1 or more. The sum of the weights in front of an entry is its rank: in a ranking everybody weighs
/// 1 and who is hidden 0; in a text a run of characters weighs its visible length. Sums stand in the parent, so that a
/// rank reads one leaf, and of every level above it one node, which a cache holds: 1 million entries have 1.3 MB of
/// inner nodes. Groups are runs of entries that belong together, such as equal scores; counting them is optional and
/// gives dense ranks.
/// <para>An item's leaf is known, so its rank needs no search: the position is found among 30 items by vectors, and a
/// node's slot in its parent the same way, which is why a child need not know its slot and inserting one touches no
/// other child. A key that changes in place costs no more than finding it. A full leaf first gives to a sibling; when
/// both are full, four become five. Leaves are 85 % full after insertions at random, and wholly after appending.</para>
/// <para>Invariants:
/// 1. entries are strictly ordered, within leaves and across them;
/// 2. all leaves are at the same depth, none is empty, and the list of leaves runs over them in order, both ways;
/// 3. an inner node names of every child its parent, its first entry, its sum of weights and its number of groups;
/// 4. the map names every item's leaf and knows no other item;
/// 5. the number of entries is what the leaves hold, and not above the capacity;
/// 6. a root has more than one child.</para>
/// Not thread-safe. Allocates only when it grows: chunks of 128 KiB. Ideas from Valkey's fbtree (first entries in the
/// parent, fetches counted before instructions), Dragonfly's B+tree (siblings before splits) and B*-trees (Knuth,
/// The Art of Computer Programming 3, 6.2.4).
/// </remarks>
/// <typeparam name="TKey">What entries are ordered by, as plain bytes.</typeparam>
/// <typeparam name="TOrder">How they are ordered, weighed and grouped.</typeparam>
public sealed partial class OrderStatisticTree<TKey, TOrder>
    where TKey : unmanaged
    where TOrder : struct, ITreeOrder<TKey>
{
    private const int Nil = -1;

    private readonly NodeSlab _leaves;
    private readonly NodeSlab _inners;
    private readonly ItemMap _leafOf = new();
    private readonly TOrder _order;
    private int _root = Nil;
    private int _height;
    private int _first = Nil;
    private int _last = Nil;

    /// <summary>Creates an empty tree. O(1).</summary>
    /// <param name="order">How entries are ordered.</param>
    /// <param name="capacity">Most entries.</param>
    /// <param name="countsGroups">Whether groups are counted, at the cost of every change.</param>
    /// <param name="pool">Where chunks come from and go back to, or nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public OrderStatisticTree(TOrder order, int capacity, bool countsGroups = false, SlabPool? pool = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _order = order;
        Capacity = capacity;
        CountsGroups = countsGroups;
        _leaves = new NodeSlab(LeafView<TKey>.SizeShift, pool);
        _inners = new NodeSlab(InnerView<TKey>.SizeShift, pool);
    }

    /// <summary>Most entries.</summary>
    public int Capacity { get; }

    /// <summary>Number of entries, those that weigh nothing included.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of all weights.</summary>
    public int Weight { get; private set; }

    /// <summary>Number of leaves. O(1).</summary>
    public int LeafCount => _leaves.Count;

    /// <summary>Whether groups are counted.</summary>
    public bool CountsGroups { get; }

    /// <summary>The place of the first entry, or the end. O(1).</summary>
    public TreePlace First => _first == Nil ? TreePlace.End : new TreePlace(_first, 0);

    /// <summary>The place of the last entry, or the end. O(1).</summary>
    public TreePlace Last => _last == Nil ? TreePlace.End : new TreePlace(_last, Leaf(_last).Count - 1);

    /// <summary>Bytes taken for nodes and for the map from items to leaves. O(1).</summary>
    public long AllocatedBytes => _leaves.AllocatedBytes + _inners.AllocatedBytes + _leafOf.AllocatedBytes;

    /// <summary>The share of the room in the leaves that entries stand in; 1 when there is none. O(1).</summary>
    public double Fill => Count == 0 ? 1 : Count / ((double)_leaves.Count * LeafView<TKey>.Capacity);

    /// <summary>Whether an item is in. O(1).</summary>
    public bool Contains(int item) => _leafOf[item] != Nil;

    /// <summary>Where an item stands, or the end when it is not in. O(1).</summary>
    public TreePlace PlaceOf(int item)
    {
        int leaf = _leafOf[item];
        return leaf == Nil ? TreePlace.End : new TreePlace(leaf, PositionOf(leaf, item));
    }

    /// <summary>Whether an item stands at a place that it stood at once, or the tree has changed since. O(1).</summary>
    public bool IsAt(TreePlace place, int item)
    {
        if (place.IsEnd) return false;
        LeafView<TKey> leaf = Leaf(place.Leaf);
        return place.Position < leaf.Count && leaf.AllItems[place.Position] == item;
    }

    /// <summary>The key at a place. O(1).</summary>
    public TKey KeyAt(TreePlace place) => Leaf(place.Leaf).Keys[place.Position];

    /// <summary>The item at a place. O(1).</summary>
    public int ItemAt(TreePlace place) => Leaf(place.Leaf).Items[place.Position];

    /// <summary>The keys from a place to the end of its leaf, until the tree is next changed. O(1).</summary>
    public ReadOnlySpan<TKey> KeysFrom(TreePlace place) => Leaf(place.Leaf).Keys[place.Position..];

    /// <summary>The items from a place to the end of its leaf, until the tree is next changed. O(1).</summary>
    public ReadOnlySpan<int> ItemsFrom(TreePlace place) => Leaf(place.Leaf).Items[place.Position..];

    /// <summary>Whether every entry of a leaf weighs 1; not known, so false, where weights may be more. O(1).</summary>
    public bool IsUnit(TreePlace leaf)
    {
        ref TreeNodeHeader header = ref Leaf(leaf.Leaf).Header;
        return TOrder.HasUnitWeights && header.Weight == header.Count;
    }

    /// <summary>The place of the first entry of the leaf behind, or the end. O(1).</summary>
    public TreePlace NextLeaf(TreePlace place)
    {
        int next = Leaf(place.Leaf).Header.Next;
        return next == Nil ? TreePlace.End : new TreePlace(next, 0);
    }

    /// <summary>The place behind a place, or the end. O(1).</summary>
    public TreePlace Next(TreePlace place) =>
        place.Position + 1 < Leaf(place.Leaf).Count ? place with { Position = place.Position + 1 } : NextLeaf(place);

    /// <summary>The place in front of a place, the last one in front of the end; or the end. O(1).</summary>
    public TreePlace Previous(TreePlace place)
    {
        if (place.IsEnd) return Last;
        if (place.Position > 0) return place with { Position = place.Position - 1 };
        int prev = Leaf(place.Leaf).Header.Prev;
        return prev == Nil ? TreePlace.End : new TreePlace(prev, Leaf(prev).Count - 1);
    }

    /// <summary>Forgets all entries and gives the memory back. O(1), or O(chunks) into a pool.</summary>
    public void Clear()
    {
        _leaves.Clear();
        _inners.Clear();
        _leafOf.Clear();
        _root = _first = _last = Nil;
        _height = Count = Weight = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LeafView<TKey> Leaf(int leaf) => new(_leaves.Node(leaf));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private InnerView<TKey> Inner(int inner) => new(_inners.Node(inner));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PositionOf(int leaf, int item) => Leaf(leaf).Items.IndexOf(item);

    private int ParentOf(int node, int level) => level == 0 ? Leaf(node).Header.Parent : Inner(node).Header.Parent;

    private void SetParent(int node, int level, int parent)
    {
        if (level == 0) Leaf(node).Header.Parent = parent;
        else Inner(node).Header.Parent = parent;
    }

    private int WeightIn(ReadOnlySpan<TKey> keys)
    {
        int sum = 0;
        foreach (ref readonly TKey key in keys) sum += _order.WeightOf(in key);
        return sum;
    }
}
