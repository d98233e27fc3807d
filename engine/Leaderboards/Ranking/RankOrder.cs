using System.Runtime.CompilerServices;
using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>Score, then first to reach it, then the member's number. Who is hidden counts nothing.</summary>
internal readonly struct RankOrder : ITreeOrder<RankKey>
{
    public static bool HasUnitWeights => true;

    public static bool IsByKeysAlone => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBefore(in RankKey left, in int leftItem, in RankKey right, in int rightItem)
    {
        if (left.Score != right.Score) return left.Score < right.Score;
        return left.Stamp != right.Stamp ? left.Stamp < right.Stamp : leftItem < rightItem;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WeightOf(in RankKey key) => (int)(~key.Stamp & 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsSameGroup(in RankKey left, in RankKey right) => left.Score == right.Score;
}
