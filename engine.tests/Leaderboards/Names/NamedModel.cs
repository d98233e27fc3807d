using System.Text;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards;

/// <summary>A named set and the plain list it must always agree with, changed together.</summary>
internal sealed class NamedModel(int capacity)
{
    private readonly Dictionary<string, double> _scores = [];

    public NamedRankedSet Set { get; private set; } = new(new NamedRankedSetOptions
    {
        Capacity = capacity,
        MaxNameBytes = 300,
    });

    public int Count => _scores.Count;

    public void Add(string name, double score, NamedConditions conditions)
    {
        bool isIn = _scores.TryGetValue(name, out double before);
        double expected = isIn && conditions.HasFlag(NamedConditions.Increment) ? before + score : score;
        NamedResult result = Expected(isIn, before, expected, conditions);
        if (result is NamedResult.Added or NamedResult.Changed) _scores[name] = expected;
        Assert.Equal(result, Set.Add(Bytes(name), score, conditions, out double after));
        if (_scores.TryGetValue(name, out double now)) Assert.Equal(now, after);
    }

    public void Remove(string name) => Assert.Equal(_scores.Remove(name), Set.Remove(Bytes(name)));

    public void RemoveRange(int first, int count)
    {
        string[] gone = [.. Sorted().Skip(first).Take(count).Select(e => e.Name)];
        Assert.Equal(gone.Length, Set.RemoveRange(new PositionRange(first, count)));
        foreach (string name in gone) _scores.Remove(name);
    }

    public void Reload()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        Set.Save(ref writer);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        var loaded = NamedRankedSet.Load(ref reader, hashSeed: 77);
        Assert.Equal(Set.StateHash(), loaded.StateHash());
        Set = loaded;
    }

    public void CheckAll()
    {
        Set.CheckInvariants();
        (string Name, double Score)[] sorted = [.. Sorted()];
        Assert.Equal(sorted.Length, Set.Count);
        Assert.Equal(sorted, Walk(new PositionRange(0, int.MaxValue), false));
        Assert.Equal(sorted.Reverse(), Walk(new PositionRange(0, sorted.Length), true));
        for (int i = 0; i < sorted.Length; i++) CheckEntry(sorted, i);
        CheckScores(sorted);
        CheckScan();
    }

    /// <summary>Ranges of names, where all scores are equal.</summary>
    public void CheckNames(params ReadOnlySpan<string> bounds)
    {
        (string Name, double Score)[] sorted = [.. Sorted()];
        foreach (string low in bounds)
        {
            foreach (string high in bounds)
            {
                for (int kind = 0; kind < 4; kind++)
                {
                    bool isAbove = (kind & 1) != 0, isBelow = (kind & 2) != 0;
                    var lowest = new NameBound(Bytes(low), isAbove);
                    var highest = new NameBound(Bytes(high), isBelow);
                    var expected = sorted.Where(e => Compare(e.Name, low) >= (isAbove ? 1 : 0)
                        && Compare(e.Name, high) <= (isBelow ? -1 : 0));
                    Assert.Equal(expected, Walk(Set.RangeByName(lowest, highest), false));
                }
            }
        }

        Assert.Equal(sorted, Walk(Set.RangeByName(NameBound.Lowest, NameBound.Highest), false));
    }

    private static NamedResult Expected(bool isIn, double before, double after, NamedConditions conditions)
    {
        if (!isIn) return conditions.HasFlag(NamedConditions.OnlyExisting) ? NamedResult.Refused : NamedResult.Added;
        if (conditions.HasFlag(NamedConditions.OnlyNew)) return NamedResult.Refused;
        if (double.IsNaN(after)) return NamedResult.NotANumber;
        if (conditions.HasFlag(NamedConditions.OnlyGreater) && after <= before) return NamedResult.Refused;
        if (conditions.HasFlag(NamedConditions.OnlyLess) && after >= before) return NamedResult.Refused;
        return after == before ? NamedResult.Unchanged : NamedResult.Changed;
    }

    private static byte[] Bytes(string name) => Encoding.UTF8.GetBytes(name);

    private static int Compare(string left, string right) => Bytes(left).AsSpan().SequenceCompareTo(Bytes(right));

    private void CheckEntry((string Name, double Score)[] sorted, int i)
    {
        (string name, double score) = sorted[i];
        Assert.True(Set.TryGetScore(Bytes(name), out double found));
        Assert.Equal(score, found);
        Assert.Equal(i, Set.PositionOf(Bytes(name), false, out found));
        Assert.Equal(score, found);
        Assert.Equal(sorted.Length - 1 - i, Set.PositionOf(Bytes(name), true, out _));
        Assert.True(Set.TryAt(i, out NamedEntry entry));
        Assert.Equal(name, Encoding.UTF8.GetString(entry.Name));
    }

    private void CheckScores((string Name, double Score)[] sorted)
    {
        double[] bounds = [.. sorted.Select(e => e.Score).Distinct().Take(5),
            double.NegativeInfinity, double.PositiveInfinity, 0.5];
        foreach (double low in bounds)
        {
            foreach (double high in bounds)
            {
                for (int kind = 0; kind < 4; kind++)
                {
                    bool isAbove = (kind & 1) != 0, isBelow = (kind & 2) != 0;
                    var expected = sorted.Where(e => (isAbove ? e.Score > low : e.Score >= low)
                        && (isBelow ? e.Score < high : e.Score <= high));
                    PositionRange range = Set.RangeByScore(new ScoreBound(low, isAbove), new ScoreBound(high, isBelow));
                    Assert.Equal(expected, Walk(range, false));
                    Assert.Equal(expected.Skip(1).Take(2), Walk(range.Limit(1, 2, false), false));
                    Assert.Equal(expected.Reverse().Skip(1).Take(2), Walk(range.Limit(1, 2, true), true));
                }
            }
        }
    }

    private void CheckScan()
    {
        var seen = new List<string>();
        ulong cursor = 0;
        while (Set.TryScan(ref cursor, out NamedEntry entry)) seen.Add(Encoding.UTF8.GetString(entry.Name));
        Assert.Equal(0ul, cursor);
        Assert.Equal(_scores.Keys.Order(), seen.Order());
    }

    private List<(string Name, double Score)> Walk(PositionRange range, bool isFromEnd)
    {
        var walked = new List<(string Name, double Score)>();
        foreach (NamedEntry entry in Set.Walk(range, isFromEnd))
            walked.Add((Encoding.UTF8.GetString(entry.Name), entry.Score));
        return walked;
    }

    private IEnumerable<(string Name, double Score)> Sorted() => _scores
        .Select(e => (e.Key, e.Value))
        .OrderBy(e => e.Value)
        .ThenBy(e => e.Key, Comparer<string>.Create(Compare));
}
