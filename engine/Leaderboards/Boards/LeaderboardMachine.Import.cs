using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>Scores from elsewhere: a game's past, or what another server kept.</summary>
public sealed partial class LeaderboardMachine : IDecider<LeaderboardState, ImportScores, BoardResult>
{
    /// <summary>The most scores of one import.</summary>
    public const int MaxImport = 1_000;

    /// <inheritdoc/>
    public BoardResult Decide(LeaderboardState state, in ImportScores command, Decision decision)
    {
        if (state.Terms is not { } terms) return new BoardResult(BoardCode.NotOpen);
        IReadOnlyList<ImportedScore> scores = command.Scores;
        if (scores.Count > MaxImport || state.PlayerCount > _maxPlayers - scores.Count)
            return new BoardResult(BoardCode.Full);
        foreach (ImportedScore score in scores)
        {
            bool makesSense = score.PlayerId != 0 && score.Score >= 0 && score.DurationSeconds >= 0
                && score.Region <= terms.RegionCount && score.PlayedMs >= 0 && score.PlayedMs <= decision.TimeMs;
            if (!makesSense) return new BoardResult(BoardCode.InvalidScore);
        }

        Advance(state, decision);
        long counted = 0;
        foreach (ImportedScore score in scores)
        {
            var played = new HeldScore(
                0, score.Score, score.DurationSeconds, score.Region, score.PlayedMs, CheatReasons.None);
            if (CountHeld(state, score.PlayerId, in played, decision)) counted++;
        }

        return new BoardResult(BoardCode.Ok, counted);
    }
}
