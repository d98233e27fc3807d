using System.Runtime.CompilerServices;

namespace Catalog.Engine.Collections;

/// <content>Searching by key, by weight, and ranks.</content>
public sealed partial class OrderStatisticTree<TKey, TOrder>
{
    // About the root of how many keys a node has.
    private const int Stride = 8;

    /// <summary>The place of the first entry that is not before the probe, or the end. O(log n); 0 B.</summary>
    public TreePlace LowerBound<TProbe>(TProbe probe)
        where TProbe : struct, ITreeProbe<TKey>
    {
        if (_root == Nil) return TreePlace.End;
        int leaf = DescendTo(in probe);
        LeafView<TKey> view = Leaf(leaf);
        int position = LowerBound(view.Keys, view.Items, in probe);
        return position < view.Count ? new TreePlace(leaf, position) : NextLeaf(new TreePlace(leaf, 0));
    }

    /// <summary>
    /// The place of the entry that holds a unit of weight, counted from 0; the end when there are not so many.
    /// O(log n); 0 B.
    /// </summary>
    /// <param name="weight">How much weight lies in front.</param>
    /// <param name="within">How much of it lies in the entry itself: 0 where everything weighs 0 or 1.</param>
    public TreePlace Select(int weight, out int within)
    {
        within = 0;
        if ((uint)weight >= (uint)Weight) return TreePlace.End;
        int node = _root;
        for (int level = _height; level > 0; level--)
        {
            InnerView<TKey> inner = Inner(node);
            ReadOnlySpan<int> weights = inner.Weights[..inner.Count];
            int slot = 0;
            while (weight >= weights[slot]) weight -= weights[slot++];
            node = inner.Children[slot];
        }

        LeafView<TKey> leaf = Leaf(node);
        if (TOrder.HasUnitWeights && leaf.Header.Weight == leaf.Count) return new TreePlace(node, weight);
        ReadOnlySpan<TKey> keys = leaf.Keys;
        int position = 0;
        for (int own = _order.WeightOf(in keys[0]); weight >= own; own = _order.WeightOf(in keys[position]))
        {
            weight -= own;
            position++;
        }

        within = weight;
        return new TreePlace(node, position);
    }

    /// <summary>The sum of the weights of all entries in front of a place. O(log n); 0 B.</summary>
    public int WeightBefore(TreePlace place)
    {
        if (place.IsEnd) return Weight;
        LeafView<TKey> leaf = Leaf(place.Leaf);
        ref TreeNodeHeader header = ref leaf.Header;
        int sum = TOrder.HasUnitWeights && header.Weight == header.Count
            ? place.Position
            : WeightIn(leaf.Keys[..place.Position]);
        int node = place.Leaf;
        bool isLeaf = true;
        while (header.Parent != Nil)
        {
            int parent = header.Parent;
            InnerView<TKey> inner = Inner(parent);
            sum += InnerView<TKey>.Sum(inner.Weights[..inner.SlotOf(node, ref header, isLeaf)]);
            isLeaf = false;
            node = parent;
            header = ref inner.Header;
        }

        return sum;
    }

    private int DescendTo<TProbe>(in TProbe probe)
        where TProbe : struct, ITreeProbe<TKey>
    {
        int node = _root;
        for (int level = _height; level > 0; level--)
        {
            InnerView<TKey> inner = Inner(node);
            node = inner.Children[SlotFor(inner, in probe)];
        }

        return node;
    }

    // The first child is where everything before the second one goes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotFor<TProbe>(InnerView<TKey> inner, in TProbe probe)
        where TProbe : struct, ITreeProbe<TKey>
    {
        int count = inner.Count;
        return LowerBound(inner.FirstKeys[1..count], inner.FirstItems[1..count], in probe);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LowerBound<TProbe>(ReadOnlySpan<TKey> keys, ReadOnlySpan<int> items, in TProbe probe)
        where TProbe : struct, ITreeProbe<TKey>
    {
        if (TProbe.IsByKeysAlone) return CountBehind(keys, items, in probe);
        // By halves: the fewest look-ups.
        int low = 0, high = keys.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (probe.IsBehind(in keys[middle], in items[middle])) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // Compares more entries than by halves, but guesses nothing: no comparison waits for the one before, and no branch
    // goes the wrong way.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountBehind<TProbe>(ReadOnlySpan<TKey> keys, ReadOnlySpan<int> items, in TProbe probe)
        where TProbe : struct, ITreeProbe<TKey>
    {
        int strides = 0;
        for (int i = Stride - 1; i < keys.Length; i += Stride)
            strides += probe.IsBehind(in keys[i], in items[i]) ? 1 : 0;
        int low = strides * Stride, end = Math.Min(low + Stride - 1, keys.Length);
        for (int i = low; i < end; i++) low += probe.IsBehind(in keys[i], in items[i]) ? 1 : 0;
        return low;
    }

    // Everything before an entry that may not be in.
    private readonly struct EntryProbe(TOrder order, TKey key, int item) : ITreeProbe<TKey>
    {
        public static bool IsByKeysAlone => TOrder.IsByKeysAlone;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsBehind(in TKey other, in int otherItem) => order.IsBefore(in other, otherItem, in key, item);
    }
}
