using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>What moderators do: decide on cases, ban, remove scores.</summary>
public sealed partial class LeaderboardMachine :
    IDecider<LeaderboardState, JudgeCase, BoardResult>,
    IDecider<LeaderboardState, BanPlayer, BoardResult>,
    IDecider<LeaderboardState, RemoveScores, BoardResult>,
    IDecider<LeaderboardState, ReadCases, CasesReading>,
    IApplier<LeaderboardState, CaseClosed>,
    IApplier<LeaderboardState, HeldScoreCounted>,
    IApplier<LeaderboardState, PlayerBanned>,
    IApplier<LeaderboardState, PlayerUnbanned>,
    IApplier<LeaderboardState, ScoresRemoved>
{
    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in JudgeCase command, Decision decision)
    {
        if (state.Terms is null) return new BoardResult(BoardCode.NotOpen);
        if (!state.Cases.TryFind(command.CaseId, out CheatCase found)) return new BoardResult(BoardCode.UnknownCase);
        if (found.Status != CaseStatus.Open) return new BoardResult(BoardCode.CaseIsClosed);
        Advance(state, decision);
        decision.Emit(this, state, new CaseClosed(
            found.CaseId, found.PlayerId, command.IsCleared, command.ModeratorId));
        if (!command.IsCleared) return new BoardResult(BoardCode.Ok);
        long counted = 0;
        foreach (HeldScore held in found.Held)
            if (CountHeld(state, found.PlayerId, in held, decision)) counted++;
        return new BoardResult(BoardCode.Ok, counted);
    }

    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in BanPlayer command, Decision decision)
    {
        if (state.Terms is null) return new BoardResult(BoardCode.NotOpen);
        if (command.PlayerId == 0) return new BoardResult(BoardCode.UnknownPlayer);
        Advance(state, decision);
        int slot = state.Players.Find(command.PlayerId);
        if (command.Kind == BanKind.None)
        {
            if (slot < 0 || !state.Players[slot].IsHidden) return new BoardResult(BoardCode.NothingToUndo);
            decision.Emit(this, state, new PlayerUnbanned(command.PlayerId, command.ModeratorId));
            return new BoardResult(BoardCode.Ok);
        }

        if (slot < 0 && state.PlayerCount >= _maxPlayers) return new BoardResult(BoardCode.Full);
        bool isTemporary = command.Kind == BanKind.Temporary;
        if (isTemporary && command.UntilMs <= decision.TimeMs) return new BoardResult(BoardCode.InvalidTerms);
        long untilMs = isTemporary ? command.UntilMs : 0;
        decision.Emit(this, state, new PlayerBanned(command.PlayerId, command.Kind, untilMs, command.ModeratorId));
        return new BoardResult(BoardCode.Ok);
    }

    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in RemoveScores command, Decision decision)
    {
        if (state.Terms is null) return new BoardResult(BoardCode.NotOpen);
        int slot = state.Players.Find(command.PlayerId);
        if (slot < 0) return new BoardResult(BoardCode.UnknownPlayer);
        Advance(state, decision);
        long total = state.TotalOf(slot);
        int rank = state.Players[slot].IsHidden ? 0 : state.AllTime.RankOf(slot);
        decision.Emit(this, state, new ScoresRemoved(command.PlayerId, total, rank, command.ModeratorId));
        return new BoardResult(BoardCode.Ok, total);
    }

    /// <inheritdoc/>
    public CasesReading Decide(LeaderboardState state, in ReadCases command, Decision decision)
    {
        if (state.Terms is null) return new CasesReading(BoardCode.NotOpen, [], false);
        if (command.IsByScore) return ReadByScore(state, in command);
        ReadOnlySpan<CheatCase> all = state.Cases.All;
        var found = new List<CheatCase>();
        for (int i = state.Cases.IndexBehind(command.AfterId); i < all.Length; i++)
        {
            if (!command.IncludesClosed && all[i].Status != CaseStatus.Open) continue;
            if (command.PlayerId != 0 && all[i].PlayerId != command.PlayerId) continue;
            if (found.Count >= command.Limit) return new CasesReading(BoardCode.Ok, found, true);
            found.Add(all[i]);
        }

        return new CasesReading(BoardCode.Ok, found, false);
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in CaseClosed fact, long timeMs) =>
        state.Cases.Close(
            fact.CaseId, fact.IsCleared ? CaseStatus.Cleared : CaseStatus.Upheld, fact.ModeratorId, timeMs);

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in HeldScoreCounted fact, long timeMs)
    {
        int slot = state.Players.FindOrAdd(fact.PlayerId);
        state.Count(slot, new PlayedScore(
            fact.Counted, fact.Score, fact.Region, fact.PlayedMs, timeMs, fact.DecayedKey));
        Remember(ref state.Players[slot], fact.Score, fact.DurationSeconds);
        state.CountedCount++;
        ThrowIfTotalDiffers(state, slot, fact.Total);
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in PlayerBanned fact, long timeMs)
    {
        state.Hide(
            state.Players.FindOrAdd(fact.PlayerId), new BanRecord(fact.Kind, fact.UntilMs, fact.ModeratorId));
        state.Reschedule();
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in PlayerUnbanned fact, long timeMs)
    {
        state.Show(state.Players.Find(fact.PlayerId));
        state.Reschedule();
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in ScoresRemoved fact, long timeMs) =>
        state.Clear(state.Players.Find(fact.PlayerId));

    private bool CountHeld(LeaderboardState state, ulong playerId, in HeldScore held, Decision decision)
    {
        int slot = state.Players.Find(playerId);
        long counted = WorthOf(state, held.Score, held.Region, held.PlayedMs);
        long old = 0;
        bool isThere = slot >= 0 && state.AllTime.TryGet(slot, out old);
        BoardOperator how = state.Terms!.Operator;
        bool isOlder = how == BoardOperator.Last && isThere && held.PlayedMs != decision.TimeMs;
        long total = isOlder ? old : LeaderboardState.Combine(how, isThere, old, counted);
        if (Math.Abs(total) > MaxTotal) return false;
        decision.Emit(this, state, new HeldScoreCounted(
            playerId,
            held.SubmissionId,
            held.Score,
            counted,
            held.DurationSeconds,
            held.Region,
            held.PlayedMs,
            DecayedKey(state, slot, counted, held.PlayedMs),
            total));
        return true;
    }
}
