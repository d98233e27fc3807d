using Catalog.Engine.Leaderboards;

namespace Catalog.Bench.Leaderboards;

/// <summary>
/// What rankings cost in process, by one thread: a million members with random ids and scores, asked for at random, so
/// that nothing is in the cache but what always is.
/// </summary>
internal sealed class RankingFigures
{
    /// <summary>How many go into one call of a batch: what a busy shard drains at once, or less.</summary>
    public const int BatchSize = 1024;

    private const int Neighbours = 11;
    private const int TopCount = 100;
    private const long MaxScore = 1L << 40;
    private const int OrderCount = 1 << 20;
    private const int Windows = 10;

    private readonly ulong[] _ids;
    private readonly int[] _order = new int[OrderCount];
    private readonly long[] _scores = new long[OrderCount];
    private readonly ScoreUpdate[] _updates = new ScoreUpdate[BatchSize];
    private readonly ScoreChange[] _changes = new ScoreChange[BatchSize];
    private readonly ulong[] _asked = new ulong[BatchSize];
    private readonly int[] _ranks = new int[BatchSize];
    private readonly int[] _members = new int[BatchSize];
    private readonly MemberScore[] _memberScores = new MemberScore[BatchSize];
    private readonly RankedRow[] _rows = new RankedRow[BatchSize * Neighbours];
    private int _next;

    /// <summary>Draws ids, and in which order they are asked for.</summary>
    public RankingFigures(int memberCount = 1_000_000, int seed = 20_261)
    {
        var random = new Random(seed);
        _ids = new ulong[memberCount];
        for (int i = 0; i < memberCount; i++) _ids[i] = (ulong)random.NextInt64();
        for (int i = 0; i < OrderCount; i++) _order[i] = random.Next(memberCount);
        for (int i = 0; i < OrderCount; i++) _scores[i] = random.NextInt64(MaxScore);
    }

    /// <summary>A board with everybody on it, put there in random order.</summary>
    public RankedSet Filled()
    {
        var set = new RankedSet(new RankingOptions { Capacity = _ids.Length });
        for (int i = 0; i < _ids.Length; i++) set.Update(_ids[i], Score(i));
        return set;
    }

    /// <summary>One table and ten rankings, all with everybody on them.</summary>
    public (MemberTable Members, RankedTree[] Trees) FilledWindows()
    {
        var members = new MemberTable(_ids.Length);
        var trees = new RankedTree[Windows];
        for (int w = 0; w < Windows; w++)
        {
            trees[w] = new RankedTree(new RankingOptions { Capacity = _ids.Length });
            for (int i = 0; i < _ids.Length; i++)
                trees[w].Update(members.FindOrAdd(_ids[i], out _), Score(i + (7 * w)));
        }

        return (members, trees);
    }

    /// <summary>Random members get random scores, one by one.</summary>
    public int Update(RankedSet set)
    {
        for (int i = 0; i < BatchSize; i++)
        {
            int at = Next();
            set.Update(_ids[_order[at]], _scores[at]);
        }

        return BatchSize;
    }

    /// <summary>Random members get random scores, or some points more, in batches.</summary>
    public int UpdateMany(RankedSet set, ScoreOperator operation)
    {
        for (int i = 0; i < BatchSize; i++)
        {
            int at = Next();
            long score = operation == ScoreOperator.Set ? _scores[at] : _scores[at] >> 20;
            _updates[i] = new ScoreUpdate(_ids[_order[at]], score, operation);
        }

        set.UpdateMany(_updates, _changes);
        return BatchSize;
    }

    /// <summary>Ranks of random members, one by one.</summary>
    public int Rank(RankedSet set)
    {
        int sum = 0;
        for (int i = 0; i < BatchSize; i++) sum += set.RankOf(_ids[_order[Next()]]);
        return sum == 0 ? 0 : BatchSize;
    }

    /// <summary>Ranks of random members, in batches.</summary>
    public int RankMany(RankedSet set)
    {
        Ask();
        set.RankMany(_asked, _ranks);
        return BatchSize;
    }

    /// <summary>Random members with five on either side, one by one.</summary>
    public int Around(RankedSet set)
    {
        for (int i = 0; i < BatchSize; i++)
            set.Around(_ids[_order[Next()]], Neighbours / 2, _rows.AsSpan(0, Neighbours));
        return BatchSize;
    }

    /// <summary>Random members with five on either side, in batches.</summary>
    public int AroundMany(RankedSet set)
    {
        Ask();
        set.AroundMany(_asked, Neighbours / 2, _rows, _ranks);
        return BatchSize;
    }

    /// <summary>The first hundred.</summary>
    public int Top(RankedSet set)
    {
        for (int i = 0; i < BatchSize; i++) set.Top(_rows.AsSpan(0, TopCount));
        return BatchSize;
    }

    /// <summary>Points for random members in ten rankings at once, one by one.</summary>
    public int Submit(MemberTable members, RankedTree[] trees)
    {
        for (int i = 0; i < BatchSize; i++)
        {
            int at = Next();
            int member = members.FindOrAdd(_ids[_order[at]], out _);
            foreach (RankedTree tree in trees) tree.Update(member, _scores[at] >> 20, ScoreOperator.Increment);
        }

        return BatchSize;
    }

    /// <summary>Points for random members in ten rankings at once, in batches.</summary>
    public int SubmitMany(MemberTable members, RankedTree[] trees)
    {
        int first = _next;
        Ask();
        members.FindOrAddMany(_asked, _members);
        for (int i = 0; i < BatchSize; i++)
        {
            long points = _scores[(first + i) & (OrderCount - 1)] >> 20;
            _memberScores[i] = new MemberScore(_members[i], points, ScoreOperator.Increment);
        }

        foreach (RankedTree tree in trees) tree.UpdateMany(_memberScores, _changes);
        return BatchSize;
    }

    private void Ask()
    {
        for (int i = 0; i < BatchSize; i++) _asked[i] = _ids[_order[Next()]];
    }

    private int Next()
    {
        int at = _next;
        _next = (at + 1) & (OrderCount - 1);
        return at;
    }

    private long Score(int i) => _scores[i & (OrderCount - 1)];
}
