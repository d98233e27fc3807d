namespace Catalog.Engine.Leaderboards;

/// <content>Many at once, so that their waits for memory overlap.</content>
public sealed partial class RankedTree
{
    /// <summary>Gives members scores, in order; as <see cref="Update"/> for each.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="changes">What became of each; as long as <paramref name="scores"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void UpdateMany(ReadOnlySpan<MemberScore> scores, Span<ScoreChange> changes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(changes.Length, scores.Length, nameof(changes));
        for (int i = 0; i < scores.Length; i++)
            changes[i] = Update(scores[i].Member, scores[i].Score, scores[i].Operator);
    }

    /// <summary>Ranks of members; as <see cref="RankOf"/> for each.</summary>
    /// <param name="members">The members.</param>
    /// <param name="ranks">Their ordinal ranks, 0 for who is not in; as long as <paramref name="members"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void RankMany(ReadOnlySpan<int> members, Span<int> ranks)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ranks.Length, members.Length, nameof(ranks));
        for (int i = 0; i < members.Length; i++) ranks[i] = RankOf(members[i]);
    }

    /// <summary>Entries of members, such as friends: rank and score of each. O(log n) each.</summary>
    /// <param name="members">The members.</param>
    /// <param name="entries">Their entries, rank 0 for who is not in; as long as <paramref name="members"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void EntriesOf(ReadOnlySpan<int> members, Span<RankedEntry> entries)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(entries.Length, members.Length, nameof(entries));
        for (int i = 0; i < members.Length; i++)
        {
            TryGetScore(members[i], out long score);
            entries[i] = new RankedEntry(members[i], RankOf(members[i]), score);
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
        for (int i = 0; i < members.Length; i++)
            counts[i] = Around(members[i], before, rows.Slice(i * width, width));
    }
}
