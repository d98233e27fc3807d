using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <content>
/// Many at once. What an operation reads lies in memory that nothing has touched for long, and each line says where
/// the next one is; so a group of operations goes through memory together, a line of each at a time, and is carried out
/// when all is in the cache. The results are those of one after the other.
/// </content>
public sealed partial class RankedTree
{
    /// <summary>
    /// So many go together: what a core can wait for at once, and no more than its first cache holds.
    /// </summary>
    internal const int GroupSize = 16;

    /// <summary>Gives members scores, in order; as <see cref="Update(int, long, ScoreOperator)"/> for each.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="changes">What became of each; as long as <paramref name="scores"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void UpdateMany(ReadOnlySpan<MemberScore> scores, Span<ScoreChange> changes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(changes.Length, scores.Length, nameof(changes));
        Span<PlannedUpdate> ring = stackalloc PlannedUpdate[RingSize];
        int distance = DistanceFor(scores.Length), count = scores.Length;
        for (int at = 0; at < count + ((StepCount + 1) * distance); at++)
        {
            if (at < count) Fetch(scores[at].Member);
            int entering = at - distance;
            if ((uint)entering < (uint)count) ring[entering & RingMask].Score = scores[entering];
            Prepare(ring, entering, count, distance);
            int done = entering - (StepCount * distance);
            if (done >= 0) changes[done] = Update(in ring[done & RingMask]);
        }
    }

    /// <summary>Ranks of members; as <see cref="RankOf"/> for each.</summary>
    /// <param name="members">The members.</param>
    /// <param name="ranks">Their ordinal ranks, 0 for who is not in; as long as <paramref name="members"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void RankMany(ReadOnlySpan<int> members, Span<int> ranks)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ranks.Length, members.Length, nameof(ranks));
        while (members.Length > 0)
        {
            int count = Math.Min(members.Length, GroupSize);
            ReadOnlySpan<int> group = members[..count];
            foreach (int member in group) Fetch(member);
            foreach (int member in group)
                if (member >= 0) _ranking.FetchItems(member);
            FetchParents(group);
            for (int i = 0; i < count; i++) ranks[i] = group[i] < 0 ? 0 : RankOf(group[i]);
            members = members[count..];
            ranks = ranks[count..];
        }
    }

    /// <summary>Entries of members, such as friends: rank and score of each. O(log n) each.</summary>
    /// <param name="members">The members.</param>
    /// <param name="entries">Their entries, rank 0 for who is not in; as long as <paramref name="members"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void EntriesOf(ReadOnlySpan<int> members, Span<RankedEntry> entries)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(entries.Length, members.Length, nameof(entries));
        while (members.Length > 0)
        {
            int count = Math.Min(members.Length, GroupSize);
            FetchLeaves(members[..count]);
            for (int i = 0; i < count; i++) entries[i] = EntryOf(members[i]);
            members = members[count..];
            entries = entries[count..];
        }
    }

    /// <summary>Members and those around them; as <see cref="Around"/> for each.</summary>
    /// <param name="members">The members.</param>
    /// <param name="before">How many in front of each.</param>
    /// <param name="rows">As many rows for one after the other as divide evenly.</param>
    /// <param name="counts">How many rows were filled for each; as long as <paramref name="members"/>.</param>
    /// <exception cref="ArgumentException">The rows do not divide, or the spans differ in length.</exception>
    public void AroundMany(ReadOnlySpan<int> members, int before, Span<RankedEntry> rows, Span<int> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Length, members.Length, nameof(counts));
        if (members.IsEmpty) return;
        int width = Math.DivRem(rows.Length, members.Length, out int rest);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rest, 0, nameof(rows));
        while (members.Length > 0)
        {
            int count = Math.Min(members.Length, GroupSize);
            FetchLeaves(members[..count]);
            for (int i = 0; i < count; i++)
                counts[i] = members[i] < 0 ? 0 : Around(members[i], before, rows.Slice(i * width, width));
            members = members[count..];
            counts = counts[count..];
            rows = rows[(count * width)..];
        }
    }

    /// <summary>Has the first line an operation on a member reads fetched; nothing for no member.</summary>
    internal void Fetch(int member)
    {
        if (member >= 0) _ranking.FetchItem(member);
    }

    /// <summary>Second, where it is not known what the operation will be: all of the leaf a member is in.</summary>
    internal void FetchLeaf(int member)
    {
        if (member >= 0) _ranking.FetchLeaf(member);
    }

    private void FetchLeaves(ReadOnlySpan<int> members)
    {
        foreach (int member in members) Fetch(member);
        foreach (int member in members)
            if (member >= 0) _ranking.FetchLeaf(member);
        FetchParents(members);
    }

    private void FetchParents(ReadOnlySpan<int> members)
    {
        foreach (int member in members)
            if (member >= 0) _ranking.FetchParent(member);
    }

    private RankedEntry EntryOf(int member)
    {
        TreePlace place = member < 0 ? TreePlace.End : _ranking.PlaceOf(member);
        return place.IsEnd
            ? new RankedEntry(member, 0, 0)
            : new RankedEntry(member, _ranking.WeightBefore(place) + 1, ScoreOf(_ranking.KeyAt(place)));
    }
}
