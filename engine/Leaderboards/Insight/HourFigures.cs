namespace Catalog.Engine.Leaderboards;

/// <summary>What came in an hour.</summary>
/// <param name="Hour">Hours since 1970.</param>
/// <param name="Counted">Submissions that counted.</param>
/// <param name="Held">Submissions that were held.</param>
public readonly record struct HourFigures(int Hour, long Counted, long Held);
