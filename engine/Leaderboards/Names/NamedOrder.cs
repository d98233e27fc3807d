using System.Runtime.CompilerServices;
using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>Score, then the names' bytes: the order of Redis' sorted sets.</summary>
internal readonly struct NamedOrder(NameTable names) : ITreeOrder<NamedKey>
{
    public static bool HasUnitWeights => true;

    public static bool IsByKeysAlone => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBefore(in NamedKey left, in int leftItem, in NamedKey right, in int rightItem)
    {
        if (left.Score != right.Score) return left.Score < right.Score;
        return left.Prefix != right.Prefix ? left.Prefix < right.Prefix : IsNameBefore(leftItem, rightItem);
    }

    public int WeightOf(in NamedKey key) => 1;

    public bool IsSameGroup(in NamedKey left, in NamedKey right) => left.Score == right.Score;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsNameBefore(int left, int right) =>
        left != right && names.NameOf(left).SequenceCompareTo(names.NameOf(right)) < 0;
}
