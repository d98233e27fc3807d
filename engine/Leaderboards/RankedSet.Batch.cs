namespace Catalog.Engine.Leaderboards;

/// <content>Many at once, so that their waits for memory overlap.</content>
public sealed partial class RankedSet
{
    /// <summary>Gives ids scores, in order; as <see cref="Update"/> for each.</summary>
    /// <param name="updates">The scores.</param>
    /// <param name="changes">What became of each; as long as <paramref name="updates"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void UpdateMany(ReadOnlySpan<ScoreUpdate> updates, Span<ScoreChange> changes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(changes.Length, updates.Length, nameof(changes));
        for (int i = 0; i < updates.Length; i++)
            changes[i] = Update(updates[i].Id, updates[i].Score, updates[i].Operator);
    }

    /// <summary>Ranks of ids; as <see cref="RankOf"/> for each.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="ranks">Their ordinal ranks, 0 for who is not in; as long as <paramref name="ids"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void RankMany(ReadOnlySpan<ulong> ids, Span<int> ranks)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ranks.Length, ids.Length, nameof(ranks));
        for (int i = 0; i < ids.Length; i++) ranks[i] = RankOf(ids[i]);
    }

    /// <summary>Rows of ids, such as friends: rank and score of each, in the order asked for.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="rows">Their rows, rank 0 for who is not in; as long as <paramref name="ids"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void RowsOf(ReadOnlySpan<ulong> ids, Span<RankedRow> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, ids.Length, nameof(rows));
        for (int i = 0; i < ids.Length; i++)
        {
            TryGetScore(ids[i], out long score);
            rows[i] = new RankedRow(ids[i], score, RankOf(ids[i]));
        }
    }

    /// <summary>Ids and those around them; as <see cref="Around"/> for each.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="before">How many in front of each.</param>
    /// <param name="rows">As many rows for one after the other as divide evenly.</param>
    /// <param name="counts">How many rows were filled for each; as long as <paramref name="ids"/>.</param>
    /// <exception cref="ArgumentException">The rows do not divide, or the spans differ in length.</exception>
    public void AroundMany(ReadOnlySpan<ulong> ids, int before, Span<RankedRow> rows, Span<int> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Length, ids.Length, nameof(counts));
        if (ids.IsEmpty) return;
        int width = Math.DivRem(rows.Length, ids.Length, out int rest);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rest, 0, nameof(rows));
        for (int i = 0; i < ids.Length; i++)
            counts[i] = Around(ids[i], before, rows.Slice(i * width, width));
    }
}
