using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <content>
/// Many at once: groups of ids are looked up together, then go through the ranking together.
/// </content>
public sealed partial class RankedSet
{
    private const int GroupSize = RankedTree.GroupSize;

    // More than the distance of two steps.
    private const int NamingRing = 8;

    /// <summary>Gives ids scores, in order; as <see cref="Update"/> for each.</summary>
    /// <param name="updates">The scores.</param>
    /// <param name="changes">What became of each; as long as <paramref name="updates"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void UpdateMany(ReadOnlySpan<ScoreUpdate> updates, Span<ScoreChange> changes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(changes.Length, updates.Length, nameof(changes));
        Span<PlannedUpdate> ring = stackalloc PlannedUpdate[RankedTree.RingSize];
        int distance = RankedTree.DistanceFor(updates.Length), count = updates.Length;
        for (int at = 0; at < count + ((RankedTree.StepCount + 2) * distance); at++)
        {
            if (at < count) _members.FetchSlot(updates[at].Id);
            int found = at - distance;
            if ((uint)found < (uint)count) _members.FetchLikely(updates[found].Id, _ranking);
            int entering = found - distance;
            if ((uint)entering < (uint)count) Enter(ref ring[entering & RankedTree.RingMask], in updates[entering]);
            _ranking.Prepare(ring, entering, count, distance);
            int done = entering - (RankedTree.StepCount * distance);
            if (done >= 0) changes[done] = Finish(in ring[done & RankedTree.RingMask], in updates[done]);
        }
    }

    /// <summary>Ranks of ids; as <see cref="RankOf"/> for each.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="ranks">Their ordinal ranks, 0 for who is not in; as long as <paramref name="ids"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void RankMany(ReadOnlySpan<ulong> ids, Span<int> ranks)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ranks.Length, ids.Length, nameof(ranks));
        Span<int> members = stackalloc int[GroupSize];
        while (ids.Length > 0)
        {
            int count = Math.Min(ids.Length, GroupSize);
            _members.FindGroup(ids[..count], members, _ranking);
            _ranking.RankMany(members[..count], ranks[..count]);
            ids = ids[count..];
            ranks = ranks[count..];
        }
    }

    /// <summary>Rows of ids, such as friends: rank and score of each, in the order asked for.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="rows">Their rows, rank 0 for who is not in; as long as <paramref name="ids"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void RowsOf(ReadOnlySpan<ulong> ids, Span<RankedRow> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, ids.Length, nameof(rows));
        Span<int> members = stackalloc int[GroupSize];
        Span<RankedEntry> entries = stackalloc RankedEntry[GroupSize];
        while (ids.Length > 0)
        {
            int count = Math.Min(ids.Length, GroupSize);
            _members.FindGroup(ids[..count], members, _ranking);
            _ranking.EntriesOf(members[..count], entries[..count]);
            for (int i = 0; i < count; i++) rows[i] = new RankedRow(ids[i], entries[i].Score, entries[i].Rank);
            ids = ids[count..];
            rows = rows[count..];
        }
    }

    /// <summary>Ids and those around them; as <see cref="Around"/> for each.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="before">How many in front of each.</param>
    /// <param name="rows">As many rows for one after the other as divide evenly, at most 128 each.</param>
    /// <param name="counts">How many rows were filled for each; as long as <paramref name="ids"/>.</param>
    /// <exception cref="ArgumentException">The rows do not divide, or the spans differ in length.</exception>
    public void AroundMany(ReadOnlySpan<ulong> ids, int before, Span<RankedRow> rows, Span<int> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Length, ids.Length, nameof(counts));
        if (ids.IsEmpty) return;
        int width = Math.DivRem(rows.Length, ids.Length, out int rest);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rest, 0, nameof(rows));
        int read = Math.Min(width, RowsTogether);
        before = Math.Max(0, Math.Min(before, read - 1));
        int behind = read - before - 1;
        int distance = RankedTree.DistanceFor(ids.Length);
        Span<RankedEntry> entries = stackalloc RankedEntry[NamingRing * read];
        Span<int> members = stackalloc int[RankedTree.RingSize], leaves = stackalloc int[RankedTree.RingSize];
        Span<TreePlace> places = stackalloc TreePlace[RankedTree.RingSize];
        for (int at = 0; at < ids.Length + (5 * distance); at++)
        {
            if (at < ids.Length) _members.FetchSlot(ids[at]);
            int i = at - distance;
            if ((uint)i < (uint)ids.Length) _members.FetchLikely(ids[i], _ranking);
            i -= distance;
            int slot = i & RankedTree.RingMask;
            if ((uint)i < (uint)ids.Length) leaves[slot] = _ranking.FindLeaf(members[slot] = _members.Find(ids[i]));
            i -= distance;
            slot = i & RankedTree.RingMask;
            if ((uint)i < (uint)ids.Length)
                places[slot] = _ranking.FindAround(leaves[slot], members[slot], before, behind);
            i -= distance;
            slot = i & RankedTree.RingMask;
            Span<RankedEntry> own = entries.Slice((i & (NamingRing - 1)) * read, read);
            if ((uint)i < (uint)ids.Length)
                FetchIds(own[..(counts[i] = _ranking.AroundAt(places[slot], members[slot], before, own))]);
            i -= distance;
            own = entries.Slice((i & (NamingRing - 1)) * read, read);
            if (i >= 0) Name(own[..counts[i]], rows[(i * width)..]);
        }
    }

    private void FetchIds(ReadOnlySpan<RankedEntry> entries)
    {
        foreach (ref readonly RankedEntry entry in entries) _members.FetchId(entry.Member);
    }

    private void Enter(ref PlannedUpdate planned, in ScoreUpdate update) =>
        planned.Score = new MemberScore(_members.Find(update.Id), update.Score, update.Operator);

    // Who is new is added at its turn, so that the order is that of one after the other.
    private ScoreChange Finish(in PlannedUpdate planned, in ScoreUpdate update) =>
        planned.Score.Member == MemberTable.None
            ? Update(update.Id, update.Score, update.Operator)
            : _ranking.Update(in planned);
}
