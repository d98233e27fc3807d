namespace Catalog.Engine.Tests.Leaderboards.Insight;

/// <summary>A game as the recount notes it.</summary>
/// <param name="Player">Who played.</param>
/// <param name="Day">On which day.</param>
/// <param name="BoardDay">The day the board was at when it counted.</param>
/// <param name="Score">What it brought.</param>
/// <param name="Region">Where.</param>
/// <param name="IsNewPlayer">Whether nobody had heard of the player before.</param>
internal sealed record NaiveGame(ulong Player, int Day, int BoardDay, int Score, byte Region, bool IsNewPlayer);
