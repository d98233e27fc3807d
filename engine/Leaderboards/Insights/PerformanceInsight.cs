namespace Catalog.Engine.Leaderboards.Insights;

/// <summary>Something a player's scores depend on, beyond what chance explains.</summary>
/// <param name="Factor">What.</param>
/// <param name="Group">
/// Which of it: <c>night</c>, <c>morning</c>, <c>afternoon</c>, <c>evening</c>, <c>weekend</c>, <c>first game</c>,
/// <c>late in a session</c>, <c>lately</c>, or a mode's number.
/// </param>
/// <param name="Effect">By which share scores are higher there than elsewhere: 0.2 for 20 % better.</param>
/// <param name="Low">The least the effect is, with 95 % confidence.</param>
/// <param name="High">The most.</param>
/// <param name="Games">Games there.</param>
/// <param name="OtherGames">Games elsewhere.</param>
/// <param name="Words">A sentence for the player.</param>
/// <param name="Advice">What to make of it.</param>
public readonly record struct PerformanceInsight(
    InsightFactor Factor, string Group, double Effect, double Low, double High, int Games, int OtherGames,
    string Words, string Advice);
