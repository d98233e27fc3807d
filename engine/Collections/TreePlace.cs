namespace Catalog.Engine.Collections;

/// <summary>
/// Where an entry stands in an <see cref="OrderStatisticTree{TKey,TOrder}"/>: good until the tree is next changed.
/// </summary>
/// <param name="Leaf">The leaf, or -1 behind the last entry.</param>
/// <param name="Position">The position in the leaf.</param>
public readonly record struct TreePlace(int Leaf, int Position)
{
    /// <summary>The place behind the last entry.</summary>
    public static TreePlace End => new(-1, 0);

    /// <summary>Whether this is behind the last entry.</summary>
    public bool IsEnd => Leaf < 0;
}
