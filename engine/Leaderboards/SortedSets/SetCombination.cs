using System.Buffers.Binary;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// Several sets and how they become one. It is written down as it was asked for, and computed again on replay, because
/// what it comes to may be large.
/// </summary>
/// <remarks>
/// Reused. Sets are taken smallest first, so that sums of fractions come out as Redis's do. Source: Redis's
/// <c>zunionInterDiffGenericCommand</c>.
/// </remarks>
internal sealed class SetCombination
{
    private static readonly PositionRange Everyone = new(0, int.MaxValue);

    private readonly ByteBuffer _names = new(64);
    private readonly List<(int Start, int Length)> _keys = [];
    private readonly List<double> _weights = [];
    private readonly List<(NamedRankedSet Set, double Weight)> _sets = [];

    /// <summary>How they are combined.</summary>
    internal CombineKind Kind { get; set; }

    /// <summary>Which score a member of several gets.</summary>
    internal AggregateKind Aggregate { get; set; }

    /// <summary>How many sets there are.</summary>
    internal int Count => _keys.Count;

    /// <summary>Begins anew.</summary>
    internal void Begin(CombineKind kind)
    {
        (Kind, Aggregate) = (kind, AggregateKind.Sum);
        _names.Clear();
        _keys.Clear();
        _weights.Clear();
    }

    /// <summary>Adds a set, with a weight of 1.</summary>
    internal void Add(ReadOnlySpan<byte> key)
    {
        _keys.Add((_names.Length, key.Length));
        _names.Write(key);
        _weights.Add(1);
    }

    /// <summary>Gives a set a weight.</summary>
    internal void Weigh(int index, double weight) => _weights[index] = weight;

    /// <summary>Encodes it: kind, aggregate, count, keys, weights.</summary>
    internal void Write(ByteBuffer buffer)
    {
        Span<byte> kinds = buffer.GetSpan(2);
        kinds[0] = (byte)Kind;
        kinds[1] = (byte)Aggregate;
        buffer.Advance(2);
        Varint.Write(buffer, Count);
        for (int i = 0; i < Count; i++) Varint.WriteBytes(buffer, Key(i));
        foreach (double weight in _weights)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(buffer.GetSpan(sizeof(double)), weight);
            buffer.Advance(sizeof(double));
        }
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no combination.</exception>
    internal void Read(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 2) throw new MessagePackFormatException("A combination is cut short.");
        Begin((CombineKind)rest[0]);
        Aggregate = (AggregateKind)rest[1];
        rest = rest[2..];
        int count = Varint.Read(ref rest);
        for (int i = 0; i < count; i++) Add(Varint.ReadBytes(ref rest));
        if (rest.Length / sizeof(double) < count) throw new MessagePackFormatException("Weights are cut short.");
        for (int i = 0; i < count; i++)
        {
            Weigh(i, BinaryPrimitives.ReadDoubleLittleEndian(rest));
            rest = rest[sizeof(double)..];
        }
    }

    /// <summary>What it comes to: a set of its own. O(members of all × log).</summary>
    /// <param name="keyspace">Where the sets are.</param>
    /// <param name="nowMs">Keys that have ended by then count as not there.</param>
    internal NamedRankedSet Compute(Keyspace keyspace, long nowMs)
    {
        NamedRankedSet result = keyspace.NewSet();
        bool isComplete = Gather(keyspace, nowMs);
        switch (Kind)
        {
            case CombineKind.Union:
                foreach ((NamedRankedSet set, double weight) in _sets) AddAll(result, set, weight);
                break;
            case CombineKind.Intersect when isComplete:
                foreach (NamedEntry member in _sets[0].Set.Walk(Everyone)) AddIfInAll(result, member);
                break;
            case CombineKind.Subtract when _sets.Count > 0:
                foreach (NamedEntry member in _sets[0].Set.Walk(Everyone))
                {
                    if (!IsInLaterOnes(member.Name)) result.Add(member.Name, member.Score, NamedConditions.None, out _);
                }

                break;
            default:
                break;
        }

        _sets.Clear();
        return result;
    }

    /// <summary>How many members all sets have in common, but no more than a limit. O(the smallest).</summary>
    internal int CountCommon(Keyspace keyspace, long nowMs, long limit)
    {
        int count = 0;
        if (Gather(keyspace, nowMs))
        {
            foreach (NamedEntry member in _sets[0].Set.Walk(Everyone))
            {
                if (count == limit) break;
                if (IsInAllLater(member.Name)) count++;
            }
        }

        _sets.Clear();
        return count;
    }

    private ReadOnlySpan<byte> Key(int index) => _names.WrittenSpan.Slice(_keys[index].Start, _keys[index].Length);

    /// <summary>Finds the sets; whether every one is there. The first one is there if it is a difference.</summary>
    private bool Gather(Keyspace keyspace, long nowMs)
    {
        _sets.Clear();
        for (int i = 0; i < Count; i++)
        {
            KeyEntry? entry = keyspace.Keys.Find(Key(i));
            if (entry is not null && !entry.IsOver(nowMs)) _sets.Add((entry.Set, _weights[i]));
            else if (Kind == CombineKind.Subtract && i == 0) return false;
        }

        // Insertion sort: stable, and there are few.
        for (int i = 1; i < _sets.Count && Kind != CombineKind.Subtract; i++)
        {
            (NamedRankedSet Set, double Weight) one = _sets[i];
            int at = i;
            for (; at > 0 && _sets[at - 1].Set.Count > one.Set.Count; at--) _sets[at] = _sets[at - 1];
            _sets[at] = one;
        }

        return _sets.Count == Count && Count > 0;
    }

    private void AddAll(NamedRankedSet result, NamedRankedSet set, double weight)
    {
        foreach (NamedEntry member in set.Walk(Everyone))
        {
            double score = Weighed(member.Score, weight);
            if (result.TryGetScore(member.Name, out double one)) score = Together(one, score);
            result.Add(member.Name, score, NamedConditions.None, out _);
        }
    }

    private void AddIfInAll(NamedRankedSet result, NamedEntry member)
    {
        double score = Weighed(member.Score, _sets[0].Weight);
        for (int i = 1; i < _sets.Count; i++)
        {
            if (!_sets[i].Set.TryGetScore(member.Name, out double other)) return;
            score = Together(score, other * _sets[i].Weight); // not a number is only what a sum comes to: as in Redis
        }

        result.Add(member.Name, score, NamedConditions.None, out _);
    }

    private bool IsInLaterOnes(ReadOnlySpan<byte> name)
    {
        for (int i = 1; i < _sets.Count; i++)
        {
            if (_sets[i].Set.TryGetScore(name, out _)) return true;
        }

        return false;
    }

    private bool IsInAllLater(ReadOnlySpan<byte> name)
    {
        for (int i = 1; i < _sets.Count; i++)
        {
            if (!_sets[i].Set.TryGetScore(name, out _)) return false;
        }

        return true;
    }

    /// <summary>Infinity times nothing is nothing, as in Redis.</summary>
    private static double Weighed(double score, double weight)
    {
        double weighed = score * weight;
        return double.IsNaN(weighed) ? 0 : weighed;
    }

    /// <summary>Infinity less infinity is nothing, as in Redis.</summary>
    private double Together(double one, double other)
    {
        if (Aggregate == AggregateKind.Min) return other < one ? other : one;
        if (Aggregate == AggregateKind.Max) return other > one ? other : one;
        double sum = one + other;
        return double.IsNaN(sum) ? 0 : sum;
    }
}
