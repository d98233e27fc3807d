namespace Catalog.Engine.Leaderboards.Play;

/// <summary>
/// Where a game stands among those lately played in its mode, in deviations of a normal distribution: 0 is the middle,
/// 1 is better than 84 %, 2 than 98 %.
/// </summary>
/// <param name="Score">Its score.</param>
/// <param name="Duration">Its duration: below 0 is short.</param>
/// <param name="Pace">Its score for the time it took.</param>
public readonly record struct GameStanding(float Score, float Duration, float Pace);
