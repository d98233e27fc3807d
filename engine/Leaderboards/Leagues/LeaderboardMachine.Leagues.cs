using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Leagues: groups of a week, the best of which go up a tier and the last down. A group is decided when its week has
/// ended: some by the timer, and a player's own at the latest before the player joins another.
/// </summary>
public sealed partial class LeaderboardMachine : IApplier<LeaderboardState, LeagueGroupClosed>
{
    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in LeagueGroupClosed fact, long timeMs)
    {
        LeagueWeek week = state.LastLeague!;
        LeagueGroup group = week[fact.Group];
        List<RankedEntry> order = OrderOf(state, week.Week, group);
        int moves = Math.Min(state.Terms!.LeagueMoves, order.Count / 2);
        for (int i = 0; i < moves; i++)
        {
            if (order[i].Score > 0) Move(state, order[i].Member, group.Tier + 1);
            Move(state, order[^(i + 1)].Member, group.Tier - 1);
        }

        week.Close(fact.Group);
        state.LastSliceMs = timeMs;
    }

    /// <summary>The members of a group, the best first: by their places on the week's board.</summary>
    private static List<RankedEntry> OrderOf(LeaderboardState state, int week, LeagueGroup group)
    {
        Board? board = state.Boards.Find(new BoardKey(WindowKind.Weekly, 0, week));
        var order = new List<RankedEntry>(group.Slots.Count);
        foreach (int slot in group.Slots)
        {
            long score = 0;
            bool isThere = board is not null && board.TryGet(slot, out score);
            order.Add(new RankedEntry(slot, isThere ? board!.RankOf(slot) : int.MaxValue, score));
        }

        order.Sort(Compare);
        return order;
    }

    private static int Compare(RankedEntry a, RankedEntry b)
    {
        if (a.Score != b.Score) return b.Score.CompareTo(a.Score);
        return a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank) : a.Member.CompareTo(b.Member);
    }

    private static void Move(LeaderboardState state, int slot, int tier) =>
        state.Players[slot].Tier = (byte)Math.Clamp(tier, 0, state.Terms!.LeagueTiers - 1);

    private static void JoinLeague(LeaderboardState state, int slot)
    {
        int groupSize = state.Terms!.LeagueGroupSize;
        if (groupSize == 0) return;
        LeagueWeek week = state.League ??= new LeagueWeek(state.CurrentWindow(WindowKind.Weekly));
        if (week.GroupOf(slot) < 0) week.Join(slot, state.Players[slot].Tier, groupSize);
    }

    private void CloseOwnGroup(LeaderboardState state, int slot, Decision decision)
    {
        if (state.LastLeague is not { IsClosed: false } week) return;
        int group = week.GroupOf(slot);
        if (group >= 0 && !week[group].IsClosed)
            decision.EmitUpkeep(this, state, new LeagueGroupClosed(week.Week, group));
    }
}
