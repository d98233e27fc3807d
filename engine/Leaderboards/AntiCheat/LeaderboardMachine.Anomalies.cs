using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>What the analyzer asks for: it flags, and a human decides.</summary>
public sealed partial class LeaderboardMachine :
    IDecider<LeaderboardState, RaiseCase, BoardResult>,
    IApplier<LeaderboardState, AnomalyFlagged>
{
    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in RaiseCase command, Decision decision)
    {
        if (state.Terms is null) return new BoardResult(BoardCode.NotOpen);
        var note = new AnomalyNote(command.Score, command.Pattern, command.Games, command.Reasons);
        if (!note.IsValid) return new BoardResult(BoardCode.InvalidTerms);
        int slot = state.Players.Find(command.PlayerId);
        if (slot < 0) return new BoardResult(BoardCode.UnknownPlayer);
        // Whoever is off the boards was decided on; a ban that ends is followed by games, and these are looked at.
        if (state.Players[slot].IsHidden) return new BoardResult(BoardCode.Ok);
        if (state.Cases.LatestRaised(command.PlayerId) is { Anomaly: { } told } raised)
        {
            bool isWorthIt = AnomalyNote.IsOutdated(
                raised.Status, (told.Score, told.Games), (note.Score, note.Games));
            if (!isWorthIt) return new BoardResult(BoardCode.Ok);
        }

        long caseId = state.Cases.CaseFor(command.PlayerId);
        if (caseId == 0) return new BoardResult(BoardCode.Full);
        Advance(state, decision);
        decision.Emit(this, state, new AnomalyFlagged(
            command.PlayerId, caseId, note.Score, note.Pattern, note.Games, note.Reasons));
        return new BoardResult(BoardCode.Ok, caseId);
    }

    /// <inheritdoc/>
    public void Apply(LeaderboardState state, in AnomalyFlagged fact, long timeMs) =>
        state.Cases.Flag(
            fact.CaseId, fact.PlayerId, new AnomalyNote(fact.Score, fact.Pattern, fact.Games, fact.Reasons), timeMs);

    private static CasesReading ReadByScore(LeaderboardState state, in ReadCases command)
    {
        var found = new List<CheatCase>();
        foreach (CheatCase one in state.Cases.All)
        {
            if (!command.IncludesClosed && one.Status != CaseStatus.Open) continue;
            if (command.PlayerId == 0 || one.PlayerId == command.PlayerId) found.Add(one);
        }

        found.Sort(static (left, right) =>
        {
            int byScore = (right.Anomaly?.Score ?? 0).CompareTo(left.Anomaly?.Score ?? 0);
            return byScore != 0 ? byScore : left.CaseId.CompareTo(right.CaseId);
        });
        int from = (int)Math.Clamp(command.AfterId, 0, found.Count);
        int count = Math.Clamp(command.Limit, 0, found.Count - from);
        return new CasesReading(BoardCode.Ok, found.GetRange(from, count), from + count < found.Count);
    }
}
