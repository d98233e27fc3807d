namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>Something a player's scores depend on, beyond what chance explains.</summary>
/// <param name="Factor">part_of_day, weekend, warm_up, fatigue, mode or progress.</param>
/// <param name="Group">Which of it: evening, weekend, first game, …; of a mode its name.</param>
/// <param name="Effect">By which share scores are higher there: 0.2 for 20 %. Of a mode, in deviations.</param>
/// <param name="Low">The least it is, with 95 % confidence.</param>
/// <param name="High">The most.</param>
/// <param name="Games">Games there.</param>
/// <param name="OtherGames">Games elsewhere.</param>
/// <param name="Words">A sentence.</param>
/// <param name="Advice">What to make of it.</param>
public sealed record InsightAnswer(
    string Factor,
    string Group,
    double Effect,
    double Low,
    double High,
    int Games,
    int OtherGames,
    string Words,
    string Advice);
