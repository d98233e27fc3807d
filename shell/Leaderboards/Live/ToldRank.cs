namespace Catalog.Shell.Leaderboards.Live;

/// <summary>What a player was told of a mode.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Score">The score.</param>
/// <param name="AtMs">When, milliseconds since 1970.</param>
/// <param name="OwnAtMs">When for a score of the player's own.</param>
/// <param name="AsOfMs">The moment it was so.</param>
internal sealed record ToldRank(long Rank, long Score, long AtMs, long OwnAtMs, long AsOfMs)
{
    /// <summary>
    /// Whether a change may be told now: what others did a second behind the last message, what the player did a
    /// second behind the last of that kind, so that others never make the player wait.
    /// </summary>
    public bool IsDue(long score, long nowMs) =>
        nowMs - (score == Score ? AtMs : OwnAtMs) is < 0 or >= WatchedPlayer.PauseMs;
}
