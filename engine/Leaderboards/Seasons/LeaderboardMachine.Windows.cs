using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>What time brings about: windows that end, events that end, bans that end.</summary>
public sealed partial class LeaderboardMachine :
    IDecider<LeaderboardState, ResetSeason, BoardResult>,
    IApplier<LeaderboardState, WindowClosed>,
    IApplier<LeaderboardState, WindowDropped>,
    IApplier<LeaderboardState, RewardGranted>,
    IApplier<LeaderboardState, DaySampled>,
    IApplier<LeaderboardState, SlidingAdvanced>,
    IApplier<LeaderboardState, SeasonReset>
{
    // An hour that far back would meet the place of the present one in the ring of hours.
    private const int MostHoursBehind = 31;

    // Groups decided in one step: some milliseconds.
    private const int GroupsPerStep = 64;

    /// <inheritdoc/>
    public long NextDueMs(LeaderboardState state)
    {
        long sliceMs = state.LastLeague is { IsClosed: false } ? 0 : state.Sliding.NextDueMs;
        return Math.Min(state.NextChangeMs, Math.Max(sliceMs, state.LastSliceMs + 1));
    }

    /// <inheritdoc/>
    public void OnDue(LeaderboardState state, Decision decision)
    {
        if (state.Terms is null) return;
        Advance(state, decision);
        for (int i = 0; i < GroupsPerStep && state.LastLeague is { IsClosed: false } week; i++)
            decision.EmitUpkeep(this, state, new LeagueGroupClosed(week.Week, week.FirstOpen));
        if (state.Sliding.NextDueMs <= decision.TimeMs && state.LastSliceMs < decision.TimeMs) Slide(state, decision);
    }

    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in ResetSeason command, Decision decision)
    {
        if (state.Terms is null) return new BoardResult(BoardCode.NotOpen);
        Advance(state, decision);
        int season = state.CurrentWindow(WindowKind.Seasonal);
        bool isMeant = command.ExpectedSeason == 0 || command.ExpectedSeason == season;
        if (!isMeant) return new BoardResult(BoardCode.RevisionConflict);
        if (!state.CanResetSeason) return new BoardResult(BoardCode.Full);
        decision.Emit(this, state, new SeasonReset(season, command.ModeratorId));
        Reward(state, new BoardKey(WindowKind.Seasonal, 0, season), decision);
        DropOld(state, WindowKind.Seasonal, decision);
        return new BoardResult(BoardCode.Ok, season);
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in WindowClosed fact, long timeMs)
    {
        ArchiveWindow(state, fact.Kind, fact.Window, timeMs);
        state.BeginWindow(fact.Kind, timeMs);
        state.Reschedule();
        if (fact.Kind == WindowKind.Weekly) (state.LastLeague, state.League) = (state.League, null);
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in SeasonReset fact, long timeMs)
    {
        ArchiveWindow(state, WindowKind.Seasonal, fact.Window, timeMs);
        state.ResetSeason(timeMs);
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in WindowDropped fact, long timeMs) =>
        state.Drop(fact.Kind, fact.Window);

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in RewardGranted fact, long timeMs) => state.RewardCount++;

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in DaySampled fact, long timeMs) =>
        state.History.Add(DaySample.Of(fact.Day, state.AllTime, state.Players));

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in SlidingAdvanced fact, long timeMs)
    {
        state.Slide(fact.Count);
        state.LastSliceMs = timeMs;
    }

    /// <summary>
    /// Records what time has brought about by now. Everything that depends on the windows of the moment calls it first.
    /// </summary>
    private void Advance(LeaderboardState state, Decision decision)
    {
        if (state.NextChangeMs <= decision.TimeMs) AdvanceSlow(state, decision);
        if (state.Sliding.NextDueMs > decision.TimeMs) return;
        if (state.LastSliceMs < decision.TimeMs) Slide(state, decision);
        while (decision.TimeMs / BoardCalendar.HourMs - state.Sliding.OldestHour >= MostHoursBehind
               && state.Sliding.OldestHour >= 0)
            Slide(state, decision);
    }

    private void AdvanceSlow(LeaderboardState state, Decision decision)
    {
        long nowMs = decision.TimeMs;
        for (int slot; (slot = state.Bans.FindOver(nowMs)) >= 0;)
            decision.EmitUpkeep(this, state, new PlayerUnbanned(state.Players.IdOf(slot), 0));
        while (state.Contests.FindOver(nowMs) is { } contest) EndContest(state, contest, false, decision);
        for (WindowKind kind = WindowKind.Daily; kind <= WindowKind.Seasonal; kind++)
        {
            int window = state.CurrentWindow(kind);
            if (BoardCalendar.EndMs(kind, window) <= nowMs) CloseWindow(state, kind, window, decision);
        }
    }

    private void CloseWindow(LeaderboardState state, WindowKind kind, int window, Decision decision)
    {
        if (kind == WindowKind.Daily)
        {
            decision.EmitUpkeep(this, state, new DaySampled(window));
            DropOldContests(state, decision);
        }

        if (kind == WindowKind.Weekly)
        {
            while (state.LastLeague is { IsClosed: false } week)
                decision.EmitUpkeep(this, state, new LeagueGroupClosed(week.Week, week.FirstOpen));
        }

        var key = new BoardKey(kind, 0, window);
        decision.EmitUpkeep(this, state, new WindowClosed(kind, window, state.Boards.Find(key)?.Count ?? 0));
        Reward(state, key, decision);
        DropOld(state, kind, decision);
    }

    private void DropOld(LeaderboardState state, WindowKind kind, Decision decision)
    {
        int firstKept = state.FirstKept(kind);
        for (int window; (window = state.Boards.FirstWindow(kind)) >= 0 && window < firstKept;)
            decision.EmitUpkeep(this, state, new WindowDropped(kind, window));
    }

    private void Reward(LeaderboardState state, BoardKey key, Decision decision)
    {
        IReadOnlyList<RewardTier> tiers = state.Terms!.Rewards;
        int most = 0;
        foreach (RewardTier tier in tiers)
            if (tier.Kind == key.Kind) most = Math.Max(most, tier.MaxRank);
        if (most == 0 || state.Boards.Find(key) is not { } board) return;
        foreach (BoardRow row in board.CopyTop(most, state.Players))
        {
            RewardTier tier = tiers.First(each => each.Kind == key.Kind && row.Rank <= each.MaxRank);
            decision.EmitUpkeep(this, state, new RewardGranted(
                key, (int)row.Rank, row.PlayerId, row.Score, tier.Reward));
        }
    }

    private void Slide(LeaderboardState state, Decision decision)
    {
        int hour = state.Sliding.OldestHour;
        int count = Math.Min(state.Sliding.CountOf(hour), SlidingHours.StepCount);
        decision.EmitUpkeep(this, state, new SlidingAdvanced(hour, count));
    }

    private static void ArchiveWindow(LeaderboardState state, WindowKind kind, int window, long timeMs)
    {
        for (int region = 0; region <= state.Terms!.RegionCount; region++)
            ArchiveBoard(state, new BoardKey(kind, (byte)region, window), timeMs);
    }

    private static void ArchiveBoard(LeaderboardState state, BoardKey key, long timeMs)
    {
        if (state.Boards.Find(key) is not { Count: > 0 } board) return;
        var head = new ArchiveHead(key, timeMs, board.Count);
        ModeTerms terms = state.Terms!;
        state.Archives.Add(
            new Archive(head, board.CopyTop(terms.ArchiveRows, state.Players)), terms.ArchivesKept);
    }
}
