namespace Catalog.Seed.Leaderboards;

/// <summary>How a player's day is.</summary>
/// <param name="Day">The day of the history.</param>
/// <param name="Skill">How well it goes today.</param>
/// <param name="IsWeekend">Whether it is Saturday or Sunday.</param>
internal readonly record struct DayForm(int Day, double Skill, bool IsWeekend);
