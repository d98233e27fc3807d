namespace Catalog.Engine.Leaderboards.Players;

/// <summary>What is kept of a player in one mode: 16 bytes.</summary>
// mutable: it is changed in place in its slab.
internal struct ModePlay
{
    /// <summary>The all-time total.</summary>
    public long Total;

    /// <summary>The last day of play, days since 1970.</summary>
    public int Day;

    /// <summary>Games on that day.</summary>
    public int Games;
}
