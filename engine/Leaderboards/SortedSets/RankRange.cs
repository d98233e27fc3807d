namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>Members that stand next to each other, by their ranks; the lowest score has rank 0.</summary>
/// <param name="First">The lowest rank.</param>
/// <param name="Count">How many.</param>
internal readonly record struct RankRange(int First, int Count)
{
    /// <summary>The rank behind the last one.</summary>
    internal int End => First + Count;

    /// <summary>What is left of it behind an offset, and no more than a limit; from its upper end if reversed.</summary>
    /// <param name="offset">How many to leave out; none are left when it is negative.</param>
    /// <param name="limit">The most; negative for no limit.</param>
    /// <param name="isReversed">Whether it is counted from above.</param>
    internal RankRange Part(long offset, long limit, bool isReversed)
    {
        if (offset < 0 || offset >= Count) return default;
        int left = Count - (int)offset;
        int count = limit < 0 ? left : (int)Math.Min(limit, left);
        return new RankRange(isReversed ? First + left - count : First + (int)offset, count);
    }
}
