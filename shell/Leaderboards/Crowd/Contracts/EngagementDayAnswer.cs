namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>A day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Active">How many played.</param>
/// <param name="New">Of these, how many for the first time.</param>
/// <param name="Weekly">How many played in the seven days that end with it.</param>
/// <param name="Monthly">How many played in the thirty days that end with it.</param>
/// <param name="Games">Games that counted.</param>
/// <param name="Seconds">How long they took together.</param>
/// <param name="Sessions">Sessions that began: games with less than 30 minutes between.</param>
/// <param name="SessionSeconds">How long they lasted together.</param>
public sealed record EngagementDayAnswer(
    DateOnly Day,
    int Active,
    int New,
    int Weekly,
    int Monthly,
    long Games,
    long Seconds,
    int Sessions,
    long SessionSeconds);
