namespace Catalog.Engine.Models.Boosting;

/// <summary>A node of a tree.</summary>
/// <param name="Column">The column that is asked about, or -1 in a leaf.</param>
/// <param name="Threshold">Values up to it go left.</param>
/// <param name="Left">The left child; the right one is next to it.</param>
/// <param name="Value">What rows that come here get: a leaf's advice, else the mean of the leaves below.</param>
internal readonly record struct TreeNode(short Column, float Threshold, int Left, double Value)
{
    public bool IsLeaf => Column < 0;

    public static TreeNode Leaf(double value) => new(-1, 0, 0, value);
}
