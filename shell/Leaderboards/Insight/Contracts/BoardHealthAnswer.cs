namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>How a game mode's all-time board fares.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="Players">How many are on the board now.</param>
/// <param name="Totals">Percentiles of what they have altogether, now.</param>
/// <param name="Days">The days asked for, the last as it stands by now.</param>
/// <param name="Reigns">The first ten now, and how long they have been among the first ten.</param>
/// <param name="Climb">How far newcomers of these days came.</param>
/// <param name="Inflation">Whether games bring more than they used to.</param>
/// <param name="Resets">Months and seasons that began in these days, and what that changed.</param>
/// <param name="Risers">Who came up furthest among the first hundred in these days.</param>
public sealed record BoardHealthAnswer(
    string GameMode,
    long Players,
    TotalsAnswer? Totals,
    IReadOnlyList<HealthDayAnswer> Days,
    IReadOnlyList<ReignAnswer> Reigns,
    IReadOnlyList<ClimbAnswer> Climb,
    InflationAnswer Inflation,
    IReadOnlyList<ResetAnswer> Resets,
    IReadOnlyList<RiserAnswer> Risers);
