namespace Catalog.Shell.Leaderboards.Play;

/// <summary>
/// What is learned of players and how often, section <c>Catalog:Leaderboards:Play</c>. Read once at start.
/// </summary>
public sealed class PlayOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Leaderboards:Play";

    /// <summary>Players something is learned of, at most; 293 bytes each once they are there.</summary>
    public int MaxPlayers { get; set; } = 1 << 21;

    /// <summary>The latest games of all players that are kept one by one; 24 bytes each.</summary>
    public int MaxGames { get; set; } = 1 << 22;

    /// <summary>Minutes between two trainings.</summary>
    public int TrainMinutes { get; set; } = 60;
}
