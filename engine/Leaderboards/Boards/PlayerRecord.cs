namespace Catalog.Engine.Leaderboards;

/// <summary>What a mode keeps of a player beside the boards: 40 bytes.</summary>
// mutable: it is changed in place in its slab.
internal struct PlayerRecord
{
    /// <summary>The sum of all counted scores, as they were submitted.</summary>
    public long TotalScore;

    /// <summary>When the last submission came, counted or held; <see cref="long.MinValue"/> before the first.</summary>
    public long LastSubmitMs;

    /// <summary>The highest counted score.</summary>
    public int BestScore;

    /// <summary>How many counted.</summary>
    public int GamesPlayed;

    /// <summary>How long they took together, in seconds.</summary>
    public uint DurationSeconds;

    /// <summary>The player's latest sample in the history, or -1.</summary>
    public int LastSample;

    /// <summary>The last day the all-time score changed.</summary>
    public int LastDay;

    /// <summary>Where the player last played.</summary>
    public byte Region;

    /// <summary>The league tier, from 0.</summary>
    public byte Tier;

    /// <summary>Whether the player is off the boards.</summary>
    public bool IsHidden;

    /// <summary>A player who has done nothing yet.</summary>
    public static PlayerRecord New => new() { LastSubmitMs = long.MinValue, LastSample = -1, LastDay = -1 };
}
