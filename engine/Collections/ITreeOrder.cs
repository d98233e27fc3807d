namespace Catalog.Engine.Collections;

/// <summary>
/// How the entries of an <see cref="OrderStatisticTree{TKey,TOrder}"/> are ordered, weighed and grouped. Implemented by
/// a small struct, so that the compiler writes one tree for each and calls nothing through an interface.
/// </summary>
/// <remarks>
/// An entry is a key and an item, the caller's own number for what the entry stands for. Keys alone should tell most
/// entries apart: an order that looks items up where keys are equal pays a cache miss each time it must.
/// </remarks>
/// <typeparam name="TKey">What entries are ordered by.</typeparam>
public interface ITreeOrder<TKey>
    where TKey : unmanaged
{
    /// <summary>Whether every weight is 0 or 1: then positions in a leaf mostly are the sums.</summary>
    static abstract bool HasUnitWeights { get; }

    /// <summary>Whether comparing two entries reads no memory but their keys: then some more of it is done.</summary>
    static abstract bool IsByKeysAlone { get; }

    /// <summary>Whether the left entry comes before the right one: a strict total order. O(1).</summary>
    bool IsBefore(in TKey left, in int leftItem, in TKey right, in int rightItem);

    /// <summary>
    /// How much an entry counts, 0 or more: 1 in a ranking, 0 when hidden, its visible length in a text.
    /// </summary>
    int WeightOf(in TKey key);

    /// <summary>Whether two entries are of the same group, such as of equal score: a run in the order.</summary>
    bool IsSameGroup(in TKey left, in TKey right);
}
