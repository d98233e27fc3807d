namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>A board at the end of a day, and what happened on it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Players">How many were on the board.</param>
/// <param name="Games">Games that counted.</param>
/// <param name="MeanScore">What a game brought on average; absent without games.</param>
/// <param name="TopMeanScore">The same of those who were among the first hundred the day before.</param>
/// <param name="Worth">
/// What games brought as a multiple of the same players' averages before, the one in the middle: it stays what it is
/// while games are worth what they were.
/// </param>
/// <param name="TopWorth">The same of those who were among the first hundred the day before.</param>
/// <param name="TopAverage">The average total of the first hundred.</param>
/// <param name="TopTenAverage">The average total of the first ten.</param>
/// <param name="MeanTotal">The average total of everybody.</param>
/// <param name="MedianTotal">The total in the middle.</param>
/// <param name="Lead">How far the first is ahead of the second, as a share of the second's total.</param>
/// <param name="RankChanges">Games that changed the player's rank.</param>
/// <param name="Ranked">Games of players who had a rank before.</param>
/// <param name="Places">By how many places ranks changed, altogether.</param>
/// <param name="Entrants">Who is new among the first hundred; absent on the first day there is.</param>
/// <param name="TopTenEntrants">Who is new among the first ten.</param>
/// <param name="Moved">Of those who stayed among the first hundred, who stands at another place.</param>
/// <param name="Stayed">Who stayed among the first hundred.</param>
/// <param name="IsNewLeader">Whether somebody else is first.</param>
public sealed record HealthDayAnswer(
    DateOnly Day,
    long Players,
    long Games,
    double? MeanScore,
    double? TopMeanScore,
    double? Worth,
    double? TopWorth,
    double TopAverage,
    double TopTenAverage,
    double MeanTotal,
    long MedianTotal,
    double? Lead,
    long RankChanges,
    long Ranked,
    long Places,
    int? Entrants,
    int? TopTenEntrants,
    int? Moved,
    int? Stayed,
    bool? IsNewLeader);
