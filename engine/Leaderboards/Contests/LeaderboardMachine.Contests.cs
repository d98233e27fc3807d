using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>Limited-time events and tournaments.</summary>
public sealed partial class LeaderboardMachine :
    IDecider<LeaderboardState, SaveContest, BoardResult>,
    IDecider<LeaderboardState, JoinContest, BoardResult>,
    IDecider<LeaderboardState, EndContest, BoardResult>,
    IDecider<LeaderboardState, ReadContests, ContestsReading>,
    IApplier<LeaderboardState, ContestSaved>,
    IApplier<LeaderboardState, ContestJoined>,
    IApplier<LeaderboardState, ContestEnded>
{
    private const int DaysPerMonth = 31;

    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in SaveContest command, Decision decision)
    {
        if (state.Terms is not { } mode) return new BoardResult(BoardCode.NotOpen);
        bool isNew = command.ExpectedRevision == 0;
        ContestTerms wish = command.Terms with { Revision = command.ExpectedRevision + 1 };
        if (isNew && wish.Id == 0) wish = wish with { Id = state.Contests.NextId };
        if (!wish.IsValid || wish.Region > mode.RegionCount || wish.EndMs <= decision.TimeMs)
            return new BoardResult(BoardCode.InvalidTerms);
        Advance(state, decision);
        if (state.Contests.TryFind(wish.Id, out Contest? known))
        {
            if (known.HasEnded) return new BoardResult(BoardCode.ContestOver);
            if (known.Terms.Revision != command.ExpectedRevision) return new BoardResult(BoardCode.RevisionConflict);
            bool hasBegun = known.Terms.StartMs <= decision.TimeMs;
            bool keepsBoard = wish.Operator == known.Terms.Operator && wish.StartMs == known.Terms.StartMs;
            if (hasBegun && !keepsBoard) return new BoardResult(BoardCode.InvalidTerms);
        }
        else if (!isNew)
        {
            return new BoardResult(BoardCode.UnknownContest);
        }
        else if (state.Contests.IsFull)
        {
            return new BoardResult(BoardCode.Full);
        }

        decision.Emit(this, state, new ContestSaved(wish));
        return new BoardResult(BoardCode.Ok, wish.Id);
    }

    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in JoinContest command, Decision decision)
    {
        if (state.Terms is null) return new BoardResult(BoardCode.NotOpen);
        if (command.PlayerId == 0) return new BoardResult(BoardCode.UnknownPlayer);
        Advance(state, decision);
        if (!state.Contests.TryFind(command.ContestId, out Contest? contest))
            return new BoardResult(BoardCode.UnknownContest);
        if (contest.HasEnded) return new BoardResult(BoardCode.ContestOver);
        int slot = state.Players.Find(command.PlayerId);
        if (slot < 0 && state.PlayerCount >= _maxPlayers) return new BoardResult(BoardCode.Full);
        if (slot >= 0 && IsShutOut(state, slot)) return new BoardResult(BoardCode.Banned);
        if (slot >= 0 && contest.TryFind(slot, out _)) return new BoardResult(BoardCode.AlreadyJoined);
        if (contest.IsFull) return new BoardResult(BoardCode.ContestFull);
        decision.Emit(this, state, new ContestJoined(command.ContestId, command.PlayerId));
        return new BoardResult(BoardCode.Ok, contest.PlayerCount);
    }

    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in EndContest command, Decision decision)
    {
        if (state.Terms is null) return new BoardResult(BoardCode.NotOpen);
        Advance(state, decision);
        if (!state.Contests.TryFind(command.ContestId, out Contest? contest))
            return new BoardResult(BoardCode.UnknownContest);
        if (contest.HasEnded) return new BoardResult(BoardCode.ContestOver);
        bool isSeen = contest.Terms.Revision == command.ExpectedRevision;
        if (!isSeen) return new BoardResult(BoardCode.RevisionConflict);
        decision.Emit(this, state, new ContestEnded(command.ContestId, contest.PlayerCount, true));
        return new BoardResult(BoardCode.Ok, contest.PlayerCount);
    }

    /// <inheritdoc/>
    public ContestsReading Decide(LeaderboardState state, in ReadContests command, Decision decision)
    {
        if (state.Terms is null) return new ContestsReading(BoardCode.NotOpen, []);
        int slot = state.Players.Find(command.PlayerId);
        var views = new List<ContestView>(state.Contests.All.Count);
        foreach (Contest contest in state.Contests.All)
        {
            Contestant part = default;
            bool hasJoined = slot >= 0 && contest.TryFind(slot, out part);
            bool hasEnded = contest.HasEnded || contest.Terms.EndMs <= decision.TimeMs;
            views.Add(new ContestView(
                contest.Terms, hasEnded, contest.PlayerCount, hasJoined, part.Attempts, part.JoinedMs));
        }

        return new ContestsReading(BoardCode.Ok, views);
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in ContestSaved fact, long timeMs)
    {
        if (state.Contests.Save(fact.Terms) is { } leaving) state.Drop(leaving.Kind, leaving.Window);
        state.Reschedule();
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in ContestJoined fact, long timeMs)
    {
        state.Contests.TryFind(fact.ContestId, out Contest? contest);
        int slot = state.Players.FindOrAdd(fact.PlayerId);
        contest!.Set(slot, new Contestant(Math.Max(timeMs, contest.Terms.StartMs), 0));
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in ContestEnded fact, long timeMs)
    {
        state.Contests.TryFind(fact.ContestId, out Contest? contest);
        state.Contests.End(contest!);
        if (!fact.IsCalledOff) ArchiveBoard(state, contest!.Board, timeMs);
        state.Reschedule();
    }

    private void EndContest(LeaderboardState state, Contest contest, bool isCalledOff, Decision decision)
    {
        decision.EmitUpkeep(this, state, new ContestEnded(contest.Terms.Id, contest.PlayerCount, isCalledOff));
        Reward(state, contest.Board, decision);
    }

    /// <summary>Boards of events that ended long ago leave as the months do; their archives stay.</summary>
    private void DropOldContests(LeaderboardState state, Decision decision)
    {
        long firstKeptMs = decision.TimeMs - state.Terms!.MonthsKept * DaysPerMonth * BoardCalendar.DayMs;
        foreach (Contest contest in state.Contests.All)
        {
            if (!contest.HasEnded || contest.Terms.EndMs >= firstKeptMs) continue;
            if (state.Boards.Find(contest.Board) is not null)
                decision.EmitUpkeep(this, state, new WindowDropped(WindowKind.Contest, contest.Terms.Id));
        }
    }
}
