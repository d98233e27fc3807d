using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <content>
/// Members that leave at a time: a second, lazily made tree over those that do. The ranking reads no clock; who is due
/// stays until <see cref="ExpireDue"/> is called.
/// </content>
public sealed partial class RankedTree
{
    /// <summary>No expiry.</summary>
    public const long Never = long.MaxValue;

    /// <summary>When the first member is due, or <see cref="Never"/>. O(1).</summary>
    public long NextExpiryMs => _expiries is { Count: > 0 } times ? TimeOf(times.KeyAt(times.First)) : Never;

    /// <summary>Says when a member is to leave, or with <see cref="Never"/> that it is not.</summary>
    /// <returns>Whether the member is in.</returns>
    public bool SetExpiry(int member, long expiryMs)
    {
        if (!Contains(member)) return false;
        if (expiryMs == Never)
        {
            _expiries?.Remove(member);
            return true;
        }

        _expiries ??= new OrderStatisticTree<RankKey, RankOrder>(default, Capacity, countsGroups: false, _pool);
        RankKey key = TimeKey(expiryMs);
        if (_expiries.Contains(member)) _expiries.Change(member, in key);
        else _expiries.TryInsert(in key, member);
        return true;
    }

    /// <summary>When a member is to leave, or <see cref="Never"/>. O(1).</summary>
    public long ExpiryOf(int member)
    {
        TreePlace place = _expiries?.PlaceOf(member) ?? TreePlace.End;
        return place.IsEnd ? Never : TimeOf(_expiries!.KeyAt(place));
    }

    /// <summary>Takes out who is due, earliest first, as many as there is room to name. O(log n) a member.</summary>
    /// <param name="nowMs">The time; who is due at it goes too.</param>
    /// <param name="removed">The members taken out; their numbers are still the table's.</param>
    /// <returns>How many; when it is all there is room for, there may be more.</returns>
    public int ExpireDue(long nowMs, Span<int> removed)
    {
        int count = 0;
        while (count < removed.Length && NextExpiryMs <= nowMs && nowMs != Never)
        {
            int member = _expiries!.ItemAt(_expiries.First);
            removed[count++] = member;
            Remove(member);
        }

        return count;
    }

    // Ties by member number.
    private static RankKey TimeKey(long timeMs) => new(unchecked((ulong)timeMs) ^ (1UL << 63), 0);

    private static long TimeOf(in RankKey key) => unchecked((long)(key.Score ^ (1UL << 63)));
}
