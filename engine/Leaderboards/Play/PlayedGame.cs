namespace Catalog.Engine.Leaderboards.Play;

/// <summary>A game somebody played, as it was submitted: all that models are told.</summary>
/// <param name="TimeMs">When its score came in, milliseconds since 1970.</param>
/// <param name="Mode">The number of its mode, from 0.</param>
/// <param name="Score">The score.</param>
/// <param name="DurationSeconds">How long it took, in seconds.</param>
public readonly record struct PlayedGame(long TimeMs, int Mode, int Score, int DurationSeconds);
