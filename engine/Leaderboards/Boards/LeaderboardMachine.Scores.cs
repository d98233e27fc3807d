using System.Diagnostics;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>Submitting scores.</summary>
public sealed partial class LeaderboardMachine :
    IDecider<LeaderboardState, SubmitScore, SubmitResult>,
    IDecider<LeaderboardState, AdjustScore, BoardResult>,
    IApplier<LeaderboardState, ScoreCounted>,
    IApplier<LeaderboardState, ScoreHeld>,
    IApplier<LeaderboardState, ScoreAdjusted>
{
    /// <inheritdoc/>
    public SubmitResult Decide(LeaderboardState state, in SubmitScore command, Decision decision)
    {
        if (state.Terms is not { } terms) return Refused(BoardCode.NotOpen);
        bool makesSense = command.Score >= 0 && command.DurationSeconds >= 0 && command.PlayerId != 0
            && command.Region <= terms.RegionCount;
        if (!makesSense) return Refused(BoardCode.InvalidScore);
        bool isKnown = state.Recent.TryFind(
            command.SubmissionId, command.PayloadHash, decision.TimeMs, out SubmitResult answer);
        if (isKnown) return answer;
        Advance(state, decision);
        int slot = state.Players.Find(command.PlayerId);
        if (slot < 0) return SubmitFirst(state, in command, decision);
        state.Fetch(slot, command.Region);
        state.FetchLeaves(slot, command.Region);
        ref readonly PlayerRecord player = ref state.Players[slot];
        if (player.IsHidden && IsShutOut(state, slot)) return Refused(BoardCode.Banned);
        CheatReasons reasons = SubmissionRules.Check(terms, in player, in command, decision.TimeMs);
        if (reasons != CheatReasons.None) return Hold(state, in command, reasons, decision);
        CloseOwnGroup(state, slot, decision);
        return Count(state, slot, in command, decision);
    }

    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in AdjustScore command, Decision decision)
    {
        if (state.Terms is not { } terms) return new BoardResult(BoardCode.NotOpen);
        int slot = state.Players.Find(command.PlayerId);
        if (slot < 0) return new BoardResult(BoardCode.UnknownPlayer);
        if (command.Region > terms.RegionCount) return new BoardResult(BoardCode.InvalidScore);
        Advance(state, decision);
        if (command.Delta is < -2 * MaxTotal or > 2 * MaxTotal) return new BoardResult(BoardCode.OutOfRange);
        long total = state.TotalOf(slot) + command.Delta;
        if (Math.Abs(total) > MaxTotal) return new BoardResult(BoardCode.OutOfRange);
        decision.Emit(this, state, new ScoreAdjusted(
            command.PlayerId, command.Delta, command.Region, total, command.ModeratorId));
        return new BoardResult(BoardCode.Ok, total);
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in ScoreCounted fact, long timeMs)
    {
        int slot = state.Players.FindOrAdd(fact.PlayerId);
        state.Count(slot, new PlayedScore(fact.Counted, fact.Score, fact.Region, timeMs, timeMs, fact.DecayedKey));
        Remember(ref state.Players[slot], fact.Score, fact.DurationSeconds);
        state.Players[slot].LastSubmitMs = timeMs;
        state.Players[slot].Region = fact.Region;
        state.CountedCount++;
        JoinLeague(state, slot);
        var answer = new SubmitResult(
            BoardCode.Ok, CheatReasons.None, fact.Total, fact.Rank, fact.OldRank, fact.IsPersonalBest);
        state.Recent.Add(fact.SubmissionId, fact.PayloadHash, timeMs, in answer);
        ThrowIfTotalDiffers(state, slot, fact.Total);
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in ScoreHeld fact, long timeMs)
    {
        int slot = state.Players.FindOrAdd(fact.PlayerId);
        state.Players[slot].LastSubmitMs = timeMs;
        state.HeldCount++;
        if (fact.CaseId != 0)
        {
            state.Cases.Hold(fact.CaseId, fact.PlayerId, new HeldScore(
                fact.SubmissionId, fact.Score, fact.DurationSeconds, fact.Region, timeMs, fact.Reasons));
        }

        state.Recent.Add(fact.SubmissionId, fact.PayloadHash, timeMs, Held(fact.Reasons));
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in ScoreAdjusted fact, long timeMs)
    {
        int slot = state.Players.Find(fact.PlayerId);
        state.Adjust(slot, fact.Delta, fact.Region, timeMs);
        ThrowIfTotalDiffers(state, slot, fact.Total);
    }

    private static SubmitResult Refused(BoardCode code) => new(code, CheatReasons.None, 0, 0, 0, false);

    private static SubmitResult Held(CheatReasons reasons) => new(BoardCode.Held, reasons, 0, 0, 0, false);

    private static bool IsShutOut(LeaderboardState state, int slot) =>
        state.Bans.TryFind(slot, out BanRecord ban) && ban.Kind != BanKind.Shadow;

    private SubmitResult SubmitFirst(LeaderboardState state, in SubmitScore command, Decision decision)
    {
        if (state.PlayerCount >= _maxPlayers) return Refused(BoardCode.Full);
        PlayerRecord player = PlayerRecord.New;
        CheatReasons reasons = SubmissionRules.Check(state.Terms!, in player, in command, decision.TimeMs);
        return reasons == CheatReasons.None
            ? Count(state, -1, in command, decision)
            : Hold(state, in command, reasons, decision);
    }

    private SubmitResult Hold(
        LeaderboardState state, in SubmitScore command, CheatReasons reasons, Decision decision)
    {
        decision.Emit(this, state, new ScoreHeld(
            command.PlayerId,
            command.SubmissionId,
            command.PayloadHash,
            command.Score,
            command.DurationSeconds,
            command.Region,
            reasons,
            state.Cases.CaseFor(command.PlayerId)));
        return Held(reasons);
    }

    private SubmitResult Count(LeaderboardState state, int slot, in SubmitScore command, Decision decision)
    {
        long counted = WorthOf(state, command.Score, command.Region, decision.TimeMs);
        Board board = state.AllTime;
        bool isHidden = slot >= 0 && state.Players[slot].IsHidden;
        long old = 0;
        bool isThere = slot >= 0 && board.TryGet(slot, out old);
        long total = LeaderboardState.Combine(state.Terms!.Operator, isThere, old, counted);
        if (Math.Abs(total) > MaxTotal) return Refused(BoardCode.OutOfRange);
        long oldRank = isThere ? board.RankOf(slot) : 0;
        long rank = isThere && total == old ? oldRank : board.RankAfter(slot, isHidden, total);
        bool isBest = slot < 0 || state.Players[slot].GamesPlayed == 0 || command.Score > state.Players[slot].BestScore;
        decision.Emit(this, state, new ScoreCounted(
            command.PlayerId,
            command.SubmissionId,
            command.PayloadHash,
            command.Score,
            counted,
            command.DurationSeconds,
            command.Region,
            DecayedKey(state, slot, counted, decision.TimeMs),
            total,
            rank,
            oldRank,
            isBest,
            isHidden));
        return new SubmitResult(BoardCode.Ok, CheatReasons.None, total, rank, oldRank, isBest);
    }

    private static long WorthOf(LeaderboardState state, int score, byte region, long timeMs) =>
        (long)score * state.Contests.MultiplierPercentAt(timeMs, region) / 100;

    private static long DecayedKey(LeaderboardState state, int slot, long counted, long timeMs)
    {
        long halfLifeMs = state.Terms!.DecayHalfLifeMs;
        if (halfLifeMs == 0) return DecayScale.Nothing;
        long key = DecayScale.Nothing;
        Board board = state.Boards.Current(WindowKind.Decaying, 0, 0);
        if (slot >= 0 && board.TryGet(slot, out long found)) key = found;
        return DecayScale.Add(key, counted, timeMs, halfLifeMs);
    }

    private static void Remember(ref PlayerRecord player, int score, int durationSeconds)
    {
        if (player.GamesPlayed == 0 || score > player.BestScore) player.BestScore = score;
        player.GamesPlayed++;
        player.TotalScore += score;
        player.DurationSeconds += (uint)durationSeconds;
    }

    /// <summary>The pair of the decision's own prediction: a journal that applies differently must not go on.</summary>
    private static void ThrowIfTotalDiffers(LeaderboardState state, int slot, long expected)
    {
        long total = state.TotalOf(slot);
        Debug.Assert(total == expected, "decided and applied alike");
        if (total != expected)
            throw new InvalidOperationException($"The fact says a total of {expected}, the board has {total}.");
    }
}
