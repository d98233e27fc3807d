namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>Who will end the season at the top.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="Season">The season.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="DaysLeft">Until then.</param>
/// <param name="Items">The likeliest ten, the likeliest first.</param>
public sealed record SeasonAnswer(
    string GameMode, string Season, DateTime EndsAt, double DaysLeft, IReadOnlyList<ContenderAnswer> Items);
