using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>Final standings as they must be: what the boards were when their time was over.</summary>
internal sealed class NaiveArchives
{
    private const byte Regions = 2;
    private readonly NaiveBoards _boards;
    private readonly Dictionary<WindowKind, int> _windows = [];

    public NaiveArchives(NaiveBoards boards, long nowMs)
    {
        _boards = boards;
        for (WindowKind kind = WindowKind.Daily; kind <= WindowKind.Seasonal; kind++)
            _windows[kind] = boards.WindowOf(kind, nowMs);
    }

    public Dictionary<BoardKey, List<(ulong Player, long Score)>> All { get; } = [];

    public List<NaiveContest> Contests { get; } = [];

    /// <summary>Ends what is over; whether an event is.</summary>
    public bool PassTo(long nowMs)
    {
        bool isOver = false;
        foreach (NaiveContest contest in Contests.Where(each => !each.HasEnded && each.Terms.EndMs <= nowMs))
        {
            contest.HasEnded = isOver = true;
            Keep(contest.Board, contest.Standings(_boards.Hidden));
        }

        foreach ((WindowKind kind, int window) in _windows.ToArray())
        {
            if (_boards.WindowOf(kind, nowMs) == window) continue;
            End(kind, window);
            _windows[kind] = _boards.WindowOf(kind, nowMs);
        }

        return isOver;
    }

    public void EndSeason(long nowMs) => End(WindowKind.Seasonal, _boards.WindowOf(WindowKind.Seasonal, nowMs));

    public void BeginSeason(long nowMs) =>
        _windows[WindowKind.Seasonal] = _boards.WindowOf(WindowKind.Seasonal, nowMs);

    public void Remove(ulong player)
    {
        foreach (List<(ulong Player, long Score)> rows in All.Values) rows.RemoveAll(row => row.Player == player);
        foreach (NaiveContest contest in Contests) contest.Remove(player);
    }

    private void End(WindowKind kind, int window)
    {
        for (byte region = 0; region <= Regions; region++)
            Keep(new BoardKey(kind, region, window), _boards.Board(kind, region, window));
    }

    private void Keep(BoardKey board, (ulong Player, long Score)[] rows)
    {
        if (rows.Length > 0) All[board] = [.. rows];
    }
}
