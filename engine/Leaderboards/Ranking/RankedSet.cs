namespace Catalog.Engine.Leaderboards;

/// <summary>
/// A leaderboard over 64-bit ids: a <see cref="MemberTable"/> of its own and one <see cref="RankedTree"/>, whose
/// documentation says how ties, hidden members, ranks and expiries are. At most 40 bytes a member, all in.
/// </summary>
/// <remarks>
/// Invariants: the table's members are those of the ranking. O(log n) where nothing else is said, 0 B but for growth.
/// Not thread-safe. Several windows over the same members share a table instead: see <see cref="RankedTree"/>.
/// </remarks>
public sealed partial class RankedSet
{
    private readonly MemberTable _members;
    private readonly RankedTree _ranking;

    /// <summary>Creates an empty leaderboard. O(1).</summary>
    /// <param name="options">How it ranks.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RankedSet(RankingOptions options)
        : this(new MemberTable(Checked(options).Capacity), new RankedTree(options))
    {
    }

    private RankedSet(MemberTable members, RankedTree ranking)
    {
        _members = members;
        _ranking = ranking;
    }

    /// <summary>Which scores come first.</summary>
    public ScoreOrder Order => _ranking.Order;

    /// <summary>Most members, hidden ones included.</summary>
    public int Capacity => _ranking.Capacity;

    /// <summary>Number of visible members.</summary>
    public int Count => _ranking.Count;

    /// <summary>Number of hidden members.</summary>
    public int HiddenCount => _ranking.HiddenCount;

    /// <summary>Whether distinct scores are counted, and so dense ranks are known.</summary>
    public bool CountsDistinctScores => _ranking.CountsDistinctScores;

    /// <summary>Number of distinct scores of visible members.</summary>
    /// <exception cref="InvalidOperationException">They are not counted.</exception>
    public int DistinctScoreCount => _ranking.DistinctScoreCount;

    /// <summary>Bytes taken. O(1).</summary>
    public long AllocatedBytes => _members.AllocatedBytes + _ranking.AllocatedBytes;

    /// <summary>When the first member is due, or <see cref="RankedTree.Never"/>. O(1).</summary>
    public long NextExpiryMs => _ranking.NextExpiryMs;

    /// <summary>Whether an id has a score here, hidden or not. O(1).</summary>
    public bool Contains(ulong id) => _members.Find(id) != MemberTable.None;

    /// <summary>An id's score, hidden or not. O(1).</summary>
    public bool TryGetScore(ulong id, out long score)
    {
        int member = _members.Find(id);
        score = 0;
        return member != MemberTable.None && _ranking.TryGetScore(member, out score);
    }

    /// <summary>Whether an id has a score here and is hidden. O(1).</summary>
    public bool IsHidden(ulong id)
    {
        int member = _members.Find(id);
        return member != MemberTable.None && _ranking.IsHidden(member);
    }

    /// <summary>Gives an id a score. O(1) when it stays between its neighbours.</summary>
    /// <param name="id">The id.</param>
    /// <param name="score">The score.</param>
    /// <param name="operation">What it does to the one there is.</param>
    public ScoreChange Update(ulong id, long score, ScoreOperator operation = ScoreOperator.Set)
    {
        int member = _members.FindOrAdd(id, out bool isAdded);
        if (member == MemberTable.None) return new ScoreChange(ScoreResult.Full, 0, 0);
        ScoreChange change = _ranking.Update(member, score, operation);
        if (isAdded && change.Result != ScoreResult.Added) _members.Remove(id);
        return change;
    }

    /// <summary>Hides an id or shows it again; score and place stay.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool SetHidden(ulong id, bool isHidden)
    {
        int member = _members.Find(id);
        return member != MemberTable.None && _ranking.SetHidden(member, isHidden);
    }

    /// <summary>Takes an id out.</summary>
    /// <returns>Whether it was in.</returns>
    public bool Remove(ulong id)
    {
        int member = _members.Find(id);
        if (member == MemberTable.None) return false;
        _ranking.Remove(member);
        return _members.Remove(id);
    }

    /// <summary>Says when an id is to leave, or with <see cref="RankedTree.Never"/> that it is not.</summary>
    /// <returns>Whether the id is in.</returns>
    public bool SetExpiry(ulong id, long expiryMs)
    {
        int member = _members.Find(id);
        return member != MemberTable.None && _ranking.SetExpiry(member, expiryMs);
    }

    /// <summary>When an id is to leave, or <see cref="RankedTree.Never"/>. O(1).</summary>
    public long ExpiryOf(ulong id)
    {
        int member = _members.Find(id);
        return member == MemberTable.None ? RankedTree.Never : _ranking.ExpiryOf(member);
    }

    /// <summary>Takes out who is due, earliest first, as many as there is room to name.</summary>
    /// <param name="nowMs">The time; who is due at it goes too.</param>
    /// <param name="removed">The ids taken out.</param>
    /// <returns>How many; when it is all there is room for, there may be more.</returns>
    public int ExpireDue(long nowMs, Span<ulong> removed)
    {
        int count = 0;
        Span<int> member = stackalloc int[1];
        while (count < removed.Length && _ranking.ExpireDue(nowMs, member) > 0)
        {
            ulong id = _members.IdOf(member[0]);
            removed[count++] = id;
            _members.Remove(id);
        }

        return count;
    }

    /// <summary>Forgets all members and gives the memory back.</summary>
    public void Clear()
    {
        _members.Clear();
        _ranking.Clear();
    }

    private static RankingOptions Checked(RankingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options;
    }
}
