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
        while (scores.Length > 0)
        {
            int count = Math.Min(scores.Length, GroupSize);
            UpdateGroup(scores[..count], changes);
            scores = scores[count..];
            changes = changes[count..];
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

    /// <summary>Second of what a change reads: the leaf a member is in; nothing for no member.</summary>
    internal void FetchLeaf(int member)
    {
        if (member >= 0) _ranking.FetchLeaf(member);
    }

    private void UpdateGroup(ReadOnlySpan<MemberScore> scores, Span<ScoreChange> changes)
    {
        Span<RankHint> hints = stackalloc RankHint[GroupSize];
        Span<int> leaves = stackalloc int[GroupSize];
        foreach (ref readonly MemberScore score in scores) _ranking.FetchItem(score.Member);
        foreach (ref readonly MemberScore score in scores) _ranking.FetchLeaf(score.Member);
        for (int i = 0; i < scores.Length; i++) hints[i] = Foresee(in scores[i]);
        for (int i = 0; i < scores.Length; i++) leaves[i] = FetchTarget(scores[i].Member, in hints[i]);
        for (int i = 0; i < scores.Length; i++) changes[i] = Update(in scores[i], leaves[i]);
    }

    /// <summary>
    /// Third of what a change reads: the way to the leaf its new key belongs into, as far as no change before it makes
    /// that another one. O(log n).
    /// </summary>
    internal RankHint Foresee(in MemberScore update)
    {
        (int member, long score, ScoreOperator operation) = update;
        TreePlace place = _ranking.PlaceOf(member);
        long before = 0;
        if (!place.IsEnd) before = ScoreOf(_ranking.KeyAt(place));
        else if (operation == ScoreOperator.Best) operation = ScoreOperator.Set;
        bool isChange = TryCombine(before, score, operation, out long after) && (place.IsEnd || after != before);
        if (!isChange) return new RankHint(default, NoHint);
        var key = new RankKey(Sortable(after), _sequence << 1);
        return new RankHint(key, _ranking.FetchAbove(member, in key));
    }

    /// <summary>Fourth: that leaf; a hint for the change. O(log n).</summary>
    internal int FetchTarget(int member, in RankHint hint) => _ranking.FetchTarget(member, hint.Key, hint.Above);

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
