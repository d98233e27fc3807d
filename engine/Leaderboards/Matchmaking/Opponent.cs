namespace Catalog.Engine.Leaderboards.Matchmaking;

/// <summary>Somebody to play against.</summary>
/// <param name="PlayerId">Who.</param>
/// <param name="Rating">The opponent's rating.</param>
/// <param name="Deviation">Its standard deviation.</param>
/// <param name="WinChance">What the one who asks may expect: 0.5 is an even game.</param>
/// <param name="Mode">The mode both play.</param>
/// <param name="Region">The opponent's region; 0 for none.</param>
/// <param name="LastGameMs">When the opponent last played, milliseconds since 1970.</param>
/// <param name="Traits">What speaks for it, and what against.</param>
public readonly record struct Opponent(
    ulong PlayerId, double Rating, double Deviation, double WinChance, int Mode, byte Region, long LastGameMs,
    OpponentTraits Traits);
