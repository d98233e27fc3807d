using Catalog.Engine.Collections;

namespace Catalog.Engine.Tests.Collections;

/// <summary>Numbers in their order, then by item; weight and group as the number says.</summary>
internal readonly struct NumberOrder : ITreeOrder<NumberKey>
{
    public static bool HasUnitWeights => false;

    public static bool IsByKeysAlone => true;

    public bool IsBefore(in NumberKey left, in int leftItem, in NumberKey right, in int rightItem) =>
        left.Number != right.Number ? left.Number < right.Number : leftItem < rightItem;

    public int WeightOf(in NumberKey key) => key.Weight;

    public bool IsSameGroup(in NumberKey left, in NumberKey right) => left.Number == right.Number;
}
