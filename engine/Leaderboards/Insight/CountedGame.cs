namespace Catalog.Engine.Leaderboards;

/// <summary>A game that counted, as far as figures go.</summary>
/// <param name="PlayerId">Who played.</param>
/// <param name="PlayedMs">When, milliseconds since 1970.</param>
/// <param name="Score">What it brought, as submitted.</param>
/// <param name="DurationSeconds">How long it took.</param>
/// <param name="Region">Where; 0 for nowhere in particular.</param>
/// <param name="Total">The player's all-time score after it.</param>
internal readonly record struct CountedGame(
    ulong PlayerId, long PlayedMs, int Score, int DurationSeconds, byte Region, long Total)
{
    /// <summary>The day it was played on.</summary>
    public int Day => (int)(PlayedMs / BoardCalendar.DayMs);
}
