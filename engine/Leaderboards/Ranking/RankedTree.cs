using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// One ranking over the numbers of a <see cref="MemberTable"/>: all-time, a day, a region. Made lazily, dropped whole.
/// </summary>
/// <remarks>
/// <code>
/// _ranking  entries [ sortable score 8 │ stamp 4 ] and the member's number 4, best first; 18 bytes at 86 % fill
/// map       member → leaf, 4 bytes a member of the table, or 10 to 12 a member of the ranking while that is less
/// _expiries the same tree over times, once a member has one
/// </code>
/// Ties: who reached the score first is ahead. The order of reaching is a counter of 31 bits that grows with each
/// changed score; before it ends, which takes two billion changes, all stamps are given anew in rank order, O(n). A
/// score that does not change keeps its stamp.
/// <para>Hidden members (shadow bans) keep score and place, weigh nothing, and are in no list, count or rank of others.
/// Asked about themselves they have the rank they would have: one more than visible members are ahead, and in
/// <see cref="Around"/> they see themselves, those behind ranked as if they counted.</para>
/// <para>Ranks are from 1; 0 says that a member is not ranked. Scores are 64-bit integers; several columns go into one
/// by packing them.</para>
/// O(log n) where nothing else is said, 0 B but for growth. Not thread-safe.
/// </remarks>
public sealed partial class RankedTree
{
    /// <summary>No leaf is known that a change might lead to.</summary>
    internal const int NoHint = -1;

    // The last stamp but the bit for hiding.
    private const uint LastSequence = uint.MaxValue >> 1;

    private readonly OrderStatisticTree<RankKey, RankOrder> _ranking;
    private readonly SlabPool? _pool;
    private readonly ulong _turn;
    private OrderStatisticTree<RankKey, RankOrder>? _expiries;
    private uint _sequence;

    /// <summary>Creates an empty ranking. O(1).</summary>
    /// <param name="options">How it ranks.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RankedTree(RankingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Order = options.Order;
        // Flips the sign for signed order in unsigned numbers, and all other bits where the highest score comes first.
        _turn = options.Order == ScoreOrder.Ascending ? 1UL << 63 : ~(1UL << 63);
        _pool = options.Pool;
        _ranking = new OrderStatisticTree<RankKey, RankOrder>(
            default, options.Capacity, options.CountsDistinctScores, options.Pool);
    }

    /// <summary>Which scores come first.</summary>
    public ScoreOrder Order { get; }

    /// <summary>Most members, hidden ones included.</summary>
    public int Capacity => _ranking.Capacity;

    /// <summary>Number of visible members.</summary>
    public int Count => _ranking.Weight;

    /// <summary>Number of hidden members.</summary>
    public int HiddenCount => _ranking.Count - _ranking.Weight;

    /// <summary>Whether distinct scores are counted, and so dense ranks are known.</summary>
    public bool CountsDistinctScores => _ranking.CountsGroups;

    /// <summary>Number of distinct scores of visible members.</summary>
    /// <exception cref="InvalidOperationException">They are not counted.</exception>
    public int DistinctScoreCount => _ranking.GroupCount;

    /// <summary>How full the leaves are; 1 when there are none. O(1).</summary>
    public double LeafFill => _ranking.Fill;

    /// <summary>Bytes taken. O(1).</summary>
    public long AllocatedBytes => _ranking.AllocatedBytes + (_expiries?.AllocatedBytes ?? 0);

    /// <summary>How often scores have changed since stamps were given anew; for tests of just that.</summary>
    internal uint Sequence
    {
        get => _sequence;
        set => _sequence = value;
    }

    /// <summary>Whether a member has a score here, hidden or not. O(1).</summary>
    public bool Contains(int member) => _ranking.Contains(member);

    /// <summary>A member's score, hidden or not. O(1).</summary>
    public bool TryGetScore(int member, out long score)
    {
        TreePlace place = _ranking.PlaceOf(member);
        score = place.IsEnd ? 0 : ScoreOf(_ranking.KeyAt(place));
        return !place.IsEnd;
    }

    /// <summary>Whether a member has a score here and is hidden. O(1).</summary>
    public bool IsHidden(int member)
    {
        TreePlace place = _ranking.PlaceOf(member);
        return !place.IsEnd && _ranking.KeyAt(place).IsHidden;
    }

    /// <summary>Gives a member a score. O(1) when it stays between its neighbours.</summary>
    /// <param name="member">The member's number.</param>
    /// <param name="score">The score.</param>
    /// <param name="operation">What it does to the one there is.</param>
    public ScoreChange Update(int member, long score, ScoreOperator operation = ScoreOperator.Set) =>
        Update(_ranking.PlaceOf(member), new MemberScore(member, score, operation), NoHint);

    /// <summary>Hides a member or shows it again; score and place stay.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool SetHidden(int member, bool isHidden)
    {
        TreePlace place = _ranking.PlaceOf(member);
        if (place.IsEnd) return false;
        RankKey key = _ranking.KeyAt(place);
        if (key.IsHidden == isHidden) return false;
        _ranking.ChangeAt(place, member, key with { Stamp = key.Stamp ^ 1 });
        return true;
    }

    /// <summary>Takes a member out.</summary>
    /// <returns>Whether it was in.</returns>
    public bool Remove(int member)
    {
        _expiries?.Remove(member);
        return _ranking.Remove(member);
    }

    /// <summary>Forgets all members and gives the memory back, to the pool if there is one. O(chunks).</summary>
    public void Clear()
    {
        _ranking.Clear();
        _expiries?.Clear();
        _expiries = null;
        _sequence = 0;
    }

    // The place is where the member stands; the hint, a leaf it may come into.
    private ScoreChange Update(TreePlace place, in MemberScore update, int hint)
    {
        (int member, long score, ScoreOperator operation) = update;
        if (place.IsEnd) return Add(member, score, operation, hint);
        RankKey key = _ranking.KeyAt(place);
        long before = ScoreOf(key);
        if (!TryCombine(before, score, operation, out long after))
            return new ScoreChange(ScoreResult.Overflow, before, before);
        if (after == before) return new ScoreChange(ScoreResult.Unchanged, before, before);
        uint hidden = key.Stamp & 1;
        _ranking.ChangeAt(place, member, new RankKey(Sortable(after), NextStamp() | hidden), hint);
        return new ScoreChange(ScoreResult.Changed, before, after);
    }

    private ScoreChange Add(int member, long score, ScoreOperator operation, int hint)
    {
        if (!TryCombine(0, score, operation == ScoreOperator.Best ? ScoreOperator.Set : operation, out long after))
            return new ScoreChange(ScoreResult.Overflow, 0, 0);
        return _ranking.TryInsert(new RankKey(Sortable(after), NextStamp()), member, hint)
            ? new ScoreChange(ScoreResult.Added, 0, after)
            : new ScoreChange(ScoreResult.Full, 0, 0);
    }

    private bool TryCombine(long before, long score, ScoreOperator operation, out long after)
    {
        switch (operation)
        {
            case ScoreOperator.Increment:
                after = unchecked(before + score);
                return ((before ^ after) & (score ^ after)) >= 0;
            case ScoreOperator.Decrement:
                after = unchecked(before - score);
                return ((before ^ score) & (before ^ after)) >= 0;
            case ScoreOperator.Best:
                after = Sortable(score) < Sortable(before) ? score : before;
                return true;
            default:
                after = score;
                return true;
        }
    }

    private ulong Sortable(long score) => unchecked((ulong)score) ^ _turn;

    private long ScoreOf(in RankKey key) => unchecked((long)(key.Score ^ _turn));

    private uint NextStamp()
    {
        if (_sequence == LastSequence) RenewStamps();
        return _sequence++ << 1;
    }

    // Stamps anew in rank order: within a score they count from 0, and the next is more than any.
    private void RenewStamps()
    {
        uint most = 0, next = 0;
        ulong score = 0;
        for (TreePlace leaf = _ranking.First; !leaf.IsEnd; leaf = _ranking.NextLeaf(leaf))
        {
            foreach (ref RankKey key in _ranking.MutableKeysOf(leaf))
            {
                next = key.Score == score ? next : 0;
                score = key.Score;
                key = key with { Stamp = (next++ << 1) | (key.Stamp & 1) };
                most = Math.Max(most, next);
            }
        }

        _ranking.RefreshFirstKeys();
        _sequence = most;
    }
}
