namespace Catalog.Engine.Leaderboards.Players;

/// <summary>What the analyzer last said of a player.</summary>
/// <param name="Mode">The mode it is in, from 0.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Score">The anomaly score.</param>
/// <param name="Games">Games of the player it rested on.</param>
public readonly record struct FlagNote(int Mode, long CaseId, CaseStatus Status, double Score, int Games)
{
    /// <summary>Whether what is known by now is worth telling again. Pure, O(1).</summary>
    /// <param name="score">The score by now.</param>
    /// <param name="games">The games it rests on.</param>
    public bool IsOutdated(double score, int games) =>
        AnomalyNote.IsOutdated(Status, (Score, Games), (score, games));
}
