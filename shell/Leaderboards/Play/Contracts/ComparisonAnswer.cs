namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>A player beside everybody, in one measure.</summary>
/// <param name="Measure">score, duration_seconds or games_a_day.</param>
/// <param name="Player">The player's mean of late.</param>
/// <param name="Population">Everybody's mean.</param>
/// <param name="P10">One in ten is below.</param>
/// <param name="P50">Half are below.</param>
/// <param name="P90">Nine in ten are below.</param>
/// <param name="P99">All but one of a hundred are below.</param>
/// <param name="Deviations">How far the player is from the middle: a z-score.</param>
public sealed record ComparisonAnswer(
    string Measure,
    double Player,
    double Population,
    double P10,
    double P50,
    double P90,
    double P99,
    double Deviations);
