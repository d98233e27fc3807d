using Catalog.Engine.Core.Memory;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards;

/// <summary>A ranked set and the plain list it must always agree with, changed together.</summary>
internal sealed class RankingModel(RankingOptions options)
{
    private readonly Dictionary<ulong, Line> _lines = [];
    private long _sequence;

    public RankedSet Set { get; private set; } = new(options);

    public int Count => _lines.Count;

    public void Update(ulong id, long score, ScoreOperator operation)
    {
        ScoreChange expected = Expected(id, score, operation);
        Assert.Equal(expected, Set.Update(id, score, operation));
        Note(id, expected);
    }

    /// <summary>Several at once: as one after the other.</summary>
    public void UpdateMany(params ReadOnlySpan<ScoreUpdate> updates)
    {
        var expected = new ScoreChange[updates.Length];
        for (int i = 0; i < updates.Length; i++)
        {
            expected[i] = Expected(updates[i].Id, updates[i].Score, updates[i].Operator);
            Note(updates[i].Id, expected[i]);
        }

        var changes = new ScoreChange[updates.Length];
        Set.UpdateMany(updates, changes);
        Assert.Equal(expected, changes);
    }

    public void Hide(ulong id, bool isHidden)
    {
        bool changes = _lines.TryGetValue(id, out Line? line) && line.IsHidden != isHidden;
        if (changes) _lines[id] = line! with { IsHidden = isHidden };
        Assert.Equal(changes, Set.SetHidden(id, isHidden));
    }

    public void Remove(ulong id) => Assert.Equal(_lines.Remove(id), Set.Remove(id));

    public void SetExpiry(ulong id, long expiryMs)
    {
        bool isIn = _lines.TryGetValue(id, out Line? line);
        if (isIn) _lines[id] = line! with { ExpiryMs = expiryMs };
        Assert.Equal(isIn, Set.SetExpiry(id, expiryMs));
    }

    public void Expire(long nowMs)
    {
        ulong[] due = [.. _lines.Where(l => l.Value.ExpiryMs <= nowMs).Select(l => l.Key)];
        var removed = new ulong[due.Length + 1];
        Assert.Equal(due.Length, Set.ExpireDue(nowMs, removed));
        Assert.Equal(due.Order(), removed[..due.Length].Order());
        foreach (ulong id in due) _lines.Remove(id);
    }

    public void Clear()
    {
        Set.Clear();
        _lines.Clear();
    }

    public void Reload()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        Set.Save(ref writer);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        RankedSet loaded = RankedSet.Load(ref reader);
        Assert.Equal(Set.StateHash(), loaded.StateHash());
        Set = loaded;
    }

    /// <summary>Everything that can be asked, against counting.</summary>
    public void CheckAll()
    {
        Set.CheckInvariants();
        Line[] all = [.. Sorted(_lines.Values)];
        Line[] visible = [.. all.Where(l => !l.IsHidden)];
        Assert.Equal((visible.Length, all.Length - visible.Length), (Set.Count, Set.HiddenCount));
        CheckRows(visible);
        foreach (Line line in all) CheckLine(line, visible);
        long[] others = [0, long.MinValue, long.MaxValue];
        foreach (long score in all.Select(l => l.Score).Concat(others).Distinct()) CheckScore(score, visible);
        CheckMany(visible);
        long next = all.Length == 0 ? RankedTree.Never : all.Min(l => l.ExpiryMs);
        Assert.Equal(next, Set.NextExpiryMs);
    }

    private void CheckRows(Line[] visible)
    {
        RankedRow[] expected = [.. visible.Select((l, i) => new RankedRow(l.Id, l.Score, i + 1))];
        var rows = new RankedRow[visible.Length + 1];
        Assert.Equal(visible.Length, Set.Top(rows));
        Assert.Equal(expected, rows[..visible.Length]);
        for (int i = 0; i <= visible.Length; i++)
        {
            Assert.Equal(i < visible.Length, Set.TryAt(i + 1, out RankedRow row));
            if (i < visible.Length) Assert.Equal(expected[i], row);
        }

        int from = visible.Length / 3;
        int count = Set.Page(from + 1, rows.AsSpan(0, rows.Length / 2));
        Assert.Equal(expected.Skip(from).Take(rows.Length / 2), rows[..count]);
    }

    private void CheckLine(Line line, Line[] visible)
    {
        Assert.True(Set.TryGetScore(line.Id, out long score));
        Assert.Equal((line.Score, line.IsHidden, line.ExpiryMs),
            (score, Set.IsHidden(line.Id), Set.ExpiryOf(line.Id)));
        int ahead = visible.Count(l => IsBefore(l, line));
        int better = visible.Count(l => IsBetter(l.Score, line.Score));
        Assert.Equal(ahead + 1, Set.RankOf(line.Id));
        Assert.Equal(better + 1, Set.RankOf(line.Id, RankKind.Competition));
        int worse = visible.Count(l => IsBetter(line.Score, l.Score));
        int others = visible.Count(l => l.Id != line.Id);
        Assert.Equal(others == 0 ? 1 : (double)worse / others, Set.PercentileOf(line.Id));
        CheckAround(line, visible);
        Assert.True(Set.TryGetCursor(line.Id, out RankCursor cursor));
        var rows = new RankedRow[4];
        int count = Set.PageAfter(cursor, rows);
        Assert.Equal(visible.Where(l => IsBefore(line, l)).Take(4).Select(l => l.Id), rows[..count].Select(r => r.Id));
        if (!Set.CountsDistinctScores) return;
        int scores = visible.Select(l => l.Score).Where(s => IsBetter(s, line.Score)).Distinct().Count();
        Assert.Equal(scores + 1, Set.RankOf(line.Id, RankKind.Dense));
    }

    private void CheckAround(Line line, Line[] visible)
    {
        const int Before = 2;
        Line[] seen = [.. Sorted(visible.Where(l => l.Id != line.Id).Append(line))];
        int own = Array.IndexOf(seen, line);
        int first = Math.Max(0, own - Before);
        var rows = new RankedRow[5];
        int count = Set.Around(line.Id, Before, rows);
        Assert.Equal(seen.Select((l, i) => new RankedRow(l.Id, l.Score, i + 1)).Skip(first).Take(5), rows[..count]);
    }

    private void CheckScore(long score, Line[] visible)
    {
        Assert.Equal(visible.Count(l => IsBetter(l.Score, score)) + 1, Set.RankOfScore(score));
        long highest = score > long.MaxValue - 2 ? long.MaxValue : score + 2;
        Line[] within = [.. visible.Where(l => l.Score >= score && l.Score <= highest)];
        Assert.Equal(within.Length, Set.CountBetween(score, highest));
        Assert.Equal(score == highest ? within.Length : 0, Set.CountBetween(highest, score));
        var rows = new RankedRow[3];
        int count = Set.RangeByScore(score, highest, 1, rows);
        Assert.Equal(within.Skip(1).Take(3).Select(l => l.Id), rows[..count].Select(r => r.Id));
    }

    private void CheckMany(Line[] visible)
    {
        ulong[] ids = [.. _lines.Keys, 987_654_321];
        var ranks = new int[ids.Length];
        Set.RankMany(ids, ranks);
        Assert.Equal(ids.Select(id => Set.RankOf(id)), ranks);
        var rows = new RankedRow[ids.Length];
        Set.RowsOf(ids, rows);
        long ScoreOf(ulong id) => _lines.TryGetValue(id, out Line? line) ? line.Score : 0;
        Assert.Equal(ids.Select((id, i) => new RankedRow(id, ScoreOf(id), ranks[i])), rows);
        const int Width = 5;
        var around = new RankedRow[Width * ids.Length];
        var counts = new int[ids.Length];
        Set.AroundMany(ids, 2, around, counts);
        var one = new RankedRow[Width];
        for (int i = 0; i < ids.Length; i++)
        {
            int count = Set.Around(ids[i], 2, one);
            Assert.Equal(one[..count], around.AsSpan(Width * i, counts[i]).ToArray());
        }

        if (!Set.CountsDistinctScores) return;
        Assert.Equal(visible.Select(l => l.Score).Distinct().Count(), Set.DistinctScoreCount);
    }

    private ScoreChange Expected(ulong id, long score, ScoreOperator operation)
    {
        bool isIn = _lines.TryGetValue(id, out Line? line);
        long before = line?.Score ?? 0;
        Int128 after = operation switch
        {
            ScoreOperator.Increment => (Int128)before + score,
            ScoreOperator.Decrement => (Int128)before - score,
            ScoreOperator.Best when isIn && !IsBetter(score, before) => before,
            _ => score,
        };
        if (!isIn && Count == Set.Capacity) return new ScoreChange(ScoreResult.Full, 0, 0);
        if (after != unchecked((long)after)) return new ScoreChange(ScoreResult.Overflow, before, before);
        if (!isIn) return new ScoreChange(ScoreResult.Added, 0, (long)after);
        return new ScoreChange(after == before ? ScoreResult.Unchanged : ScoreResult.Changed, before, (long)after);
    }

    private void Note(ulong id, ScoreChange change)
    {
        if (!change.HasEffect) return;
        Line old = _lines.GetValueOrDefault(id) ?? new Line(id, 0, 0, false, RankedTree.Never);
        _lines[id] = old with { Score = change.After, Sequence = _sequence++ };
    }

    private bool IsBetter(long score, long other) =>
        options.Order == ScoreOrder.Descending ? score > other : score < other;

    private bool IsBefore(Line line, Line other) =>
        line.Score == other.Score ? line.Sequence < other.Sequence : IsBetter(line.Score, other.Score);

    private IEnumerable<Line> Sorted(IEnumerable<Line> lines) => options.Order == ScoreOrder.Descending
        ? lines.OrderByDescending(l => l.Score).ThenBy(l => l.Sequence)
        : lines.OrderBy(l => l.Score).ThenBy(l => l.Sequence);

    private sealed record Line(ulong Id, long Score, long Sequence, bool IsHidden, long ExpiryMs);
}
