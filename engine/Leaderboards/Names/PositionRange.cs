namespace Catalog.Engine.Leaderboards;

/// <summary>Adjacent positions of a <see cref="NamedRankedSet"/>, from the lowest score at 0 up.</summary>
/// <param name="First">The first position.</param>
/// <param name="Count">How many.</param>
public readonly record struct PositionRange(int First, int Count)
{
    /// <summary>Some of them: as many as asked for, after passing over some, from either end.</summary>
    /// <param name="skip">How many to pass over; with a negative number nothing is left, as in Redis.</param>
    /// <param name="count">How many at most; negative for all.</param>
    /// <param name="isFromEnd">Whether it is counted from the highest score down.</param>
    public PositionRange Limit(long skip, long count, bool isFromEnd)
    {
        if (skip < 0 || skip >= Count) return new PositionRange(First, 0);
        int left = Count - (int)skip;
        int taken = count < 0 ? left : (int)Math.Min(count, left);
        return new PositionRange(isFromEnd ? First + left - taken : First + (int)skip, taken);
    }
}
