namespace Catalog.Shell.Leaderboards.Live;

/// <summary>A player somebody watches: the ranks that were told last, by game mode.</summary>
internal sealed class WatchedPlayer
{
    /// <summary>Ranks by mode; a mode is missing until its rank is known.</summary>
    public Dictionary<ulong, long> Ranks { get; } = [];
}
