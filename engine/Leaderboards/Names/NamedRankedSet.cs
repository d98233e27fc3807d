using System.Buffers.Binary;
using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Names (any bytes) with scores, ordered by score and then by the names' bytes: what a sorted set is in Redis, in at
/// most 60 bytes a member with names of 12 bytes.
/// </summary>
/// <remarks>
/// <code>
/// names    name ⇄ number: hash slots 5, address 4, the name itself with its length
/// tree     [ sortable score 8 │ 8 bytes of the name ] and the number 4; number → leaf 4
/// </code>
/// Positions are from 0 at the lowest score up, as ZRANK's are; what counts from the highest down says so. Scores are
/// doubles with infinities; -0 is 0, not a number is refused.
/// <para>The eight bytes in the key are those after the bytes that all names share ("user:0001…"), so that equal scores
/// do not lead to the names themselves. When a name comes that shares less, all keys are made anew: O(members), and no
/// more than eight times in a set of more than 4,096.</para>
/// <para>Invariants: the numbers that are given are the tree's items; every key is made of its member's name.</para>
/// O(log n) where nothing else is said, 0 B but for growth. Not thread-safe.
/// </remarks>
public sealed partial class NamedRankedSet
{
    // Of more bytes than these, names are not searched for what they share.
    private const int MaxShared = 255;

    // In a set larger than this, what names share is halved when it shrinks, so that it does so seldom.
    private const int LargeCount = 4096;

    private readonly NameTable _names;
    private readonly OrderStatisticTree<NamedKey, NamedOrder> _tree;
    private readonly int _maxNameBytes;
    private int _shared;

    /// <summary>Creates an empty set. O(1).</summary>
    /// <param name="options">How large it may become.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public NamedRankedSet(NamedRankedSetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Capacity, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Capacity, MemberTable.MaxCapacity, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxNameBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxNameBytes, NameArena.MaxBytes, nameof(options));
        _maxNameBytes = options.MaxNameBytes;
        _names = new NameTable(options.Capacity, options.HashSeed);
        _tree = new OrderStatisticTree<NamedKey, NamedOrder>(
            new NamedOrder(_names), options.Capacity, countsGroups: false, options.Pool);
    }

    /// <summary>Most members.</summary>
    public int Capacity => _names.Capacity;

    /// <summary>Number of members.</summary>
    public int Count => _names.Count;

    /// <summary>Bytes taken. O(1).</summary>
    public long AllocatedBytes => _names.AllocatedBytes + _tree.AllocatedBytes;

    /// <summary>A name's score. O(1).</summary>
    public bool TryGetScore(ReadOnlySpan<byte> name, out double score)
    {
        int number = _names.Find(name);
        score = number == NameTable.None ? 0 : ScoreOf(_tree.KeyAt(_tree.PlaceOf(number)).Score);
        return number != NameTable.None;
    }

    /// <summary>Gives a name a score, under conditions. O(1) when it stays between its neighbours.</summary>
    /// <param name="name">The name.</param>
    /// <param name="score">The score, or what is added to the one there is.</param>
    /// <param name="conditions">When, and what.</param>
    /// <param name="after">The score it has now, if it is in.</param>
    /// <exception cref="ArgumentException">The conditions exclude each other.</exception>
    public NamedResult Add(ReadOnlySpan<byte> name, double score, NamedConditions conditions, out double after)
    {
        Check(conditions);
        after = 0;
        if (double.IsNaN(score)) return NamedResult.NotANumber;
        if (name.Length > _maxNameBytes) return NamedResult.NameTooLong;
        int number = _names.Find(name);
        if (number != NameTable.None) return Change(number, score, conditions, out after);
        if ((conditions & NamedConditions.OnlyExisting) != 0) return NamedResult.Refused;
        if (Count == Capacity) return NamedResult.Full;
        Share(name);
        after = score + 0.0;
        var key = new NamedKey(Sortable(score), PrefixOf(name));
        _tree.TryInsert(in key, _names.Add(name));
        return NamedResult.Added;
    }

    /// <summary>Takes a name out.</summary>
    /// <returns>Whether it was in.</returns>
    public bool Remove(ReadOnlySpan<byte> name)
    {
        int number = _names.Find(name);
        if (number == NameTable.None) return false;
        Remove(number);
        return true;
    }

    /// <summary>Takes out all members of a range. O(log n) a member.</summary>
    /// <returns>How many.</returns>
    public int RemoveRange(PositionRange range)
    {
        range = Within(range);
        for (int i = 0; i < range.Count; i++) Remove(_tree.ItemAt(_tree.Select(range.First, out _)));
        return range.Count;
    }

    /// <summary>Forgets all members and gives the memory back. O(chunks).</summary>
    public void Clear()
    {
        _tree.Clear();
        _names.Clear();
        _shared = 0;
    }

    private static void Check(NamedConditions conditions)
    {
        bool isNew = (conditions & NamedConditions.OnlyNew) != 0;
        NamedConditions others =
            conditions & (NamedConditions.OnlyExisting | NamedConditions.OnlyGreater | NamedConditions.OnlyLess);
        const NamedConditions Both = NamedConditions.OnlyGreater | NamedConditions.OnlyLess;
        if ((isNew && others != 0) || (others & Both) == Both)
            throw new ArgumentException("These conditions exclude each other.", nameof(conditions));
    }

    private NamedResult Change(int number, double score, NamedConditions conditions, out double after)
    {
        TreePlace place = _tree.PlaceOf(number);
        NamedKey key = _tree.KeyAt(place);
        double before = after = ScoreOf(key.Score);
        if ((conditions & NamedConditions.OnlyNew) != 0) return NamedResult.Refused;
        if ((conditions & NamedConditions.Increment) != 0) score += before;
        if (double.IsNaN(score)) return NamedResult.NotANumber;
        if ((conditions & NamedConditions.OnlyGreater) != 0 && !(score > before)) return NamedResult.Refused;
        if ((conditions & NamedConditions.OnlyLess) != 0 && !(score < before)) return NamedResult.Refused;
        ulong sortable = Sortable(score);
        if (sortable == key.Score) return NamedResult.Unchanged;
        _tree.ChangeAt(place, number, key with { Score = sortable });
        after = ScoreOf(sortable);
        return NamedResult.Changed;
    }

    // The tree compares names to the last, so it lets go first.
    private void Remove(int number)
    {
        _tree.Remove(number);
        _names.Remove(number);
    }

    // Adding zero turns -0 into 0. Negative numbers grow downwards, so all their bits are turned.
    private static ulong Sortable(double score)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(score + 0.0);
        return (long)bits < 0 ? ~bits : bits | (1UL << 63);
    }

    private static double ScoreOf(ulong sortable) =>
        BitConverter.UInt64BitsToDouble((long)sortable < 0 ? sortable & ~(1UL << 63) : ~sortable);

    private ulong PrefixOf(ReadOnlySpan<byte> name)
    {
        name = name[_shared..];
        if (name.Length >= sizeof(ulong)) return BinaryPrimitives.ReadUInt64BigEndian(name);
        ulong prefix = 0;
        for (int i = 0; i < name.Length; i++) prefix |= (ulong)name[i] << (56 - (8 * i));
        return prefix;
    }

    // Sees to it that all names begin with the bytes they are said to share, this one too.
    private void Share(ReadOnlySpan<byte> name)
    {
        if (Count == 0)
        {
            _shared = Math.Min(name.Length, MaxShared);
            return;
        }

        if (_shared == 0) return;
        ReadOnlySpan<byte> any = _names.NameOf(_tree.ItemAt(_tree.First))[.._shared];
        int common = any.CommonPrefixLength(name);
        if (common == _shared) return;
        _shared = Count > LargeCount ? common / 2 : common;
        for (TreePlace leaf = _tree.First; !leaf.IsEnd; leaf = _tree.NextLeaf(leaf))
        {
            ReadOnlySpan<int> numbers = _tree.ItemsFrom(leaf);
            Span<NamedKey> keys = _tree.MutableKeysOf(leaf);
            for (int i = 0; i < keys.Length; i++)
                keys[i] = keys[i] with { Prefix = PrefixOf(_names.NameOf(numbers[i])) };
        }

        _tree.RefreshFirstKeys();
    }
}
