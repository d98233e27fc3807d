using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// One board of a mode: a ranking over the players' slots, and what it is a board of. Who is hidden keeps score and
/// place and is seen by nobody else.
/// </summary>
/// <remarks>O(log n) where nothing else is said; nothing is allocated but for growth. Owned by the mode's shard.
/// </remarks>
internal sealed class Board
{
    private readonly RankedTree _tree;

    /// <summary>An empty board.</summary>
    public Board(BoardKey key, RankingOptions options)
    {
        Key = key;
        _tree = new RankedTree(options);
    }

    private Board(BoardKey key, RankedTree tree) => (Key, _tree) = (key, tree);

    /// <summary>What it is a board of.</summary>
    public BoardKey Key { get; }

    /// <summary>How many are on it and not hidden.</summary>
    public int Count => _tree.Count;

    /// <summary>How many have a score on it, hidden or not.</summary>
    public int AllCount => _tree.Count + _tree.HiddenCount;

    /// <summary>A player's score, hidden or not. O(1).</summary>
    public bool TryGet(int slot, out long score) => _tree.TryGetScore(slot, out score);

    /// <summary>A player's rank from 1; 0 when not on the board; of a hidden one the rank it would have.</summary>
    public int RankOf(int slot) => _tree.RankOf(slot);

    /// <summary>The rank that a player's score will have once it is changed to another one.</summary>
    public int RankAfter(int slot, bool isHidden, long score)
    {
        int ahead = _tree.CountBetween(score, long.MaxValue);
        bool countsItself = !isHidden && slot >= 0 && _tree.TryGetScore(slot, out long old) && old >= score;
        return countsItself ? ahead : ahead + 1;
    }

    /// <summary>How many scores of players who are not hidden lie within bounds.</summary>
    public int CountBetween(long least, long most) => _tree.CountBetween(least, most);

    /// <summary>The ranking, for the steps of a change.</summary>
    public RankedTree Ranking => _tree;

    /// <summary>Changes a player's score.</summary>
    public void Update(int slot, long amount, ScoreOperator how, bool isHidden) =>
        Hide(_tree.Update(slot, amount, how), slot, isHidden);

    /// <summary>The same, with all that its steps found.</summary>
    public void Update(in PlannedUpdate update, bool isHidden) =>
        Hide(_tree.Update(in update), update.Score.Member, isHidden);

    /// <summary>First of what a change reads: where the player stands. O(1).</summary>
    public void Fetch(int slot) => _tree.Fetch(slot);

    /// <summary>Second: the leaf the player is in. O(1).</summary>
    public void FetchLeaf(int slot) => _tree.FetchLeaf(slot);

    /// <summary>Hides a player or shows one again.</summary>
    public void SetHidden(int slot, bool isHidden) => _tree.SetHidden(slot, isHidden);

    /// <summary>Whether a player is on it and hidden. O(1).</summary>
    public bool IsHidden(int slot) => _tree.IsHidden(slot);

    /// <summary>Takes a player off.</summary>
    public void Remove(int slot) => _tree.Remove(slot);

    /// <summary>The entry at a rank there is.</summary>
    public RankedEntry At(int rank) => _tree.TryAt(rank, out RankedEntry entry)
        ? entry
        : throw new ArgumentOutOfRangeException(nameof(rank));

    /// <summary>Copies entries from a rank on. O(log n + rows).</summary>
    public int Page(int firstRank, Span<RankedEntry> rows) => _tree.Page(firstRank, rows);

    /// <summary>Copies a player and those around, who is hidden as if not. O(log n + rows).</summary>
    public int Around(int slot, int before, Span<RankedEntry> rows) => _tree.Around(slot, before, rows);

    /// <summary>The first so many. O(rows).</summary>
    public BoardRow[] CopyTop(int count, PlayerTable players)
    {
        var entries = new RankedEntry[Math.Min(count, Count)];
        var rows = new BoardRow[_tree.Top(entries)];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = new BoardRow(i + 1, players.IdOf(entries[i].Member), entries[i].Score);
        return rows;
    }

    /// <summary>Gives the memory back.</summary>
    public void Clear() => _tree.Clear();

    /// <summary>Throws unless the ranking is sound. O(n).</summary>
    public void CheckInvariants() => _tree.CheckInvariants();

    private void Hide(in ScoreChange change, int slot, bool isHidden)
    {
        if (change.Result == ScoreResult.Added && isHidden) _tree.SetHidden(slot, true);
    }

    /// <summary>Encodes: key, ranking. O(n).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        Key.Write(ref writer);
        _tree.Save(ref writer);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote. O(n).</summary>
    public static Board Read(ref MessagePackReader reader, RankingOptions options) =>
        new(BoardKey.Read(ref reader), RankedTree.Load(ref reader, options.Pool));
}
