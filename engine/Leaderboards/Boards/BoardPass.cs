namespace Catalog.Engine.Leaderboards;

/// <summary>
/// One player's score on its way to several boards, which are worked on together: a line of memory of each at a time is
/// fetched, so that their waits overlap, and the boards change when all is in the cache.
/// </summary>
/// <remarks>Nothing is allocated after construction. Owned by the mode's shard.</remarks>
internal sealed class BoardPass
{
    // All and one region of five windows, last 24 hours, decaying.
    private const int Capacity = (2 * ((int)WindowKind.Seasonal + 1)) + 2;

    private readonly Board[] _boards = new Board[Capacity];
    private readonly PlannedUpdate[] _updates = new PlannedUpdate[Capacity];
    private int _count;

    /// <summary>Plans a change of a board that is not in the pass yet.</summary>
    public void Add(Board board, in MemberScore score)
    {
        _boards[_count] = board;
        _updates[_count++].Score = score;
    }

    /// <summary>Changes the boards, and forgets them. O(boards · log n).</summary>
    public void Run(bool isHidden)
    {
        ReadOnlySpan<Board> boards = _boards.AsSpan(0, _count);
        Span<PlannedUpdate> updates = _updates.AsSpan(0, _count);
        _count = 0;
        for (int i = 0; i < boards.Length; i++) boards[i].Fetch(updates[i].Score.Member);
        for (int i = 0; i < boards.Length; i++) boards[i].Ranking.FindLeaf(ref updates[i]);
        for (int i = 0; i < boards.Length; i++) boards[i].Ranking.FindPlace(ref updates[i]);
        for (int i = 0; i < boards.Length; i++) boards[i].Ranking.Foresee(ref updates[i]);
        for (int i = 0; i < boards.Length; i++) boards[i].Ranking.FindAbove(ref updates[i]);
        for (int i = 0; i < boards.Length; i++) boards[i].Ranking.FindTarget(ref updates[i]);
        for (int i = 0; i < boards.Length; i++) boards[i].Update(in updates[i], isHidden);
    }
}
