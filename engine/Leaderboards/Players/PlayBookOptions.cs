namespace Catalog.Engine.Leaderboards.Players;

/// <summary>What a <see cref="PlayBook"/> has room for.</summary>
public sealed record PlayBookOptions
{
    /// <summary>Game modes: partitions 1 to this many.</summary>
    public int Modes { get; init; } = 3;

    /// <summary>
    /// Players at most, 293 bytes each once they are there; nothing is learned of further ones.
    /// </summary>
    public int MaxPlayers { get; init; } = 1 << 21;

    /// <summary>The latest games of all players together that are kept one by one, 24 bytes each.</summary>
    public int MaxGames { get; init; } = 1 << 22;

    /// <summary>Throws when an option makes no sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Names the option.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Modes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Modes, PlayModels.MaxModes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxPlayers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxGames);
    }
}
