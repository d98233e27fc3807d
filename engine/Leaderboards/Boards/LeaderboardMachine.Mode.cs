using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>Opening a game mode and changing its rules.</summary>
public sealed partial class LeaderboardMachine :
    IDecider<LeaderboardState, OpenMode, BoardResult>,
    IDecider<LeaderboardState, ReviseMode, BoardResult>,
    IDecider<LeaderboardState, ReadMode, ModeReading>,
    IApplier<LeaderboardState, ModeOpened>,
    IApplier<LeaderboardState, ModeRevised>
{
    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in OpenMode command, Decision decision)
    {
        if (state.Terms is not null) return new BoardResult(BoardCode.AlreadyOpen);
        if (!command.Terms.IsValid) return new BoardResult(BoardCode.InvalidTerms);
        decision.Emit(this, state, new ModeOpened(command.Terms));
        return new BoardResult(BoardCode.Ok);
    }

    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in ReviseMode command, Decision decision)
    {
        if (state.Terms is not { } terms) return new BoardResult(BoardCode.NotOpen);
        ModeTerms wish = command.Terms;
        bool keepsBoards = wish.Operator == terms.Operator && wish.RegionCount == terms.RegionCount
            && wish.DecayHalfLifeMs == terms.DecayHalfLifeMs && wish.HasSliding == terms.HasSliding
            && wish.LeagueGroupSize > 0 == terms.LeagueGroupSize > 0;
        if (!wish.IsValid || !keepsBoards) return new BoardResult(BoardCode.InvalidTerms);
        Advance(state, decision);
        decision.Emit(this, state, new ModeRevised(wish));
        return new BoardResult(BoardCode.Ok);
    }

    /// <inheritdoc/>
    public ModeReading Decide(LeaderboardState state, in ReadMode command, Decision decision) =>
        new(
            state.Terms is null ? BoardCode.NotOpen : BoardCode.Ok,
            state.Terms,
            state.PlayerCount,
            state.CountedCount,
            state.HeldCount,
            state.Cases.OpenCount);

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in ModeOpened fact, long timeMs)
    {
        state.Terms = fact.Terms;
        state.BeginWindows(timeMs);
        state.Reschedule();
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in ModeRevised fact, long timeMs) => state.Terms = fact.Terms;
}
