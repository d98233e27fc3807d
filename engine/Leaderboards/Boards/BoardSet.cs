using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// All boards of a mode. Those of the moment are found by kind and region alone; a window's boards come with its first
/// score and leave as a whole.
/// </summary>
/// <remarks>O(1) for boards of the moment and one hash probe for others. Owned by the mode's shard.</remarks>
internal sealed class BoardSet(RankingOptions options)
{
    private const int Kinds = (int)WindowKind.Contest;
    private const int Regions = ModeTerms.MaxRegions + 1;

    private readonly Dictionary<BoardKey, Board> _all = [];
    private readonly Board?[] _current = new Board?[Kinds * Regions];

    /// <summary>All of them, in no order.</summary>
    public IReadOnlyCollection<Board> All => _all.Values;

    /// <summary>Finds a board; null when it has no scores, or is no longer kept.</summary>
    public Board? Find(BoardKey key) => _all.GetValueOrDefault(key);

    /// <summary>The board of the moment of a kind and region, with the window it has now; made when missing.</summary>
    public Board Current(WindowKind kind, byte region, int window)
    {
        ref Board? board = ref _current[((int)kind * Regions) + region];
        return board ??= FindOrAdd(new BoardKey(kind, region, window));
    }

    /// <summary>The same; null when it has not been asked for since its window began. O(1).</summary>
    public Board? FindCurrent(WindowKind kind, byte region) => _current[((int)kind * Regions) + region];

    /// <summary>A board, made when missing.</summary>
    public Board FindOrAdd(BoardKey key)
    {
        if (!_all.TryGetValue(key, out Board? board)) _all.Add(key, board = new Board(key, options));
        return board;
    }

    /// <summary>Another window of a kind has begun.</summary>
    public void EndCurrent(WindowKind kind) => Array.Clear(_current, (int)kind * Regions, Regions);

    /// <summary>A window's boards are no longer kept.</summary>
    public void Drop(BoardKey key)
    {
        if (_all.Remove(key, out Board? board)) board.Clear();
    }

    /// <summary>The earliest window of a kind that has a board of all regions, or -1. O(boards).</summary>
    public int FirstWindow(WindowKind kind)
    {
        int first = int.MaxValue;
        foreach (BoardKey key in _all.Keys)
            if (key.Kind == kind) first = Math.Min(first, key.Window);
        return first == int.MaxValue ? -1 : first;
    }

    /// <summary>Encodes all, by key. O(entries).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_all.Count);
        foreach (Board board in _all.Values.OrderBy(static each => (each.Key.Kind, each.Key.Region, each.Key.Window)))
            board.Write(ref writer);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote into an empty set. O(entries).</summary>
    public void Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            Board board = Board.Read(ref reader, options);
            _all.Add(board.Key, board);
        }
    }
}
