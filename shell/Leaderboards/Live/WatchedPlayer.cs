namespace Catalog.Shell.Leaderboards.Live;

/// <summary>A player somebody watches: what was told last, by game mode. Tellers lock it.</summary>
internal sealed class WatchedPlayer
{
    /// <summary>How often a change is told at most, in milliseconds.</summary>
    public const long PauseMs = 1_000;

    private readonly ToldRank?[] _told = new ToldRank?[GameModes.All.Count];

    /// <summary>What was told of a mode; null before the first time.</summary>
    public ToldRank? this[GameMode mode]
    {
        get => _told[(int)mode.Id - 1];
        set => _told[(int)mode.Id - 1] = value;
    }
}
