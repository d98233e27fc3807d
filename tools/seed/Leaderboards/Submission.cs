namespace Catalog.Seed.Leaderboards;

/// <summary>A game that was played to its end.</summary>
/// <param name="TimeMs">When its score came in, milliseconds since 1970.</param>
/// <param name="Player">Who played it, from 0.</param>
/// <param name="Score">The score.</param>
/// <param name="DurationSeconds">How long it took.</param>
/// <param name="Mode">Which of <see cref="GameModes"/>.</param>
internal readonly record struct Submission(long TimeMs, int Player, int Score, int DurationSeconds, byte Mode);
