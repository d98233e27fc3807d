namespace Catalog.Engine.Leaderboards;

/// <summary>What must always hold.</summary>
public sealed partial class LeaderboardState
{
    /// <summary>Throws unless every numbered invariant holds. O(size · boards).</summary>
    /// <exception cref="InvalidOperationException">One does not.</exception>
    public void CheckInvariants()
    {
        foreach (Board board in Boards.All)
        {
            board.CheckInvariants();
            Require(board.AllCount <= Players.Count, $"(3) {board.Key} has no more players than the mode");
            CheckMembers(board);
        }

        for (WindowKind kind = WindowKind.Daily; kind <= WindowKind.Seasonal; kind++)
        {
            int first = Boards.FirstWindow(kind);
            Require(first < 0 || first >= FirstKept(kind), $"(4) no board of {kind} is kept too long");
        }

        Require(Contests.All.Count <= ContestList.MaxCount, "(5) contests are bounded");
    }

    private void CheckMembers(Board board)
    {
        for (int slot = 0; slot < Players.Count; slot++)
        {
            Require(Bans.TryFind(slot, out _) == Players[slot].IsHidden, "(1) who is banned is hidden");
            if (!board.TryGet(slot, out _)) continue;
            Require(board.IsHidden(slot) == Players[slot].IsHidden, $"(1) {board.Key} hides who is hidden");
            Require(AllTime.TryGet(slot, out _), $"(2) who is on {board.Key} is on the all-time board");
        }
    }

    private static void Require(bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException($"{invariant}: broken.");
    }
}
