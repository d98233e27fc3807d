namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>Who is likely to leave.</summary>
/// <param name="IsKnown">Whether enough was learned to say anything.</param>
/// <param name="AsOf">When it was worked out.</param>
/// <param name="Judged">Players who played lately enough for saying anything.</param>
/// <param name="AtRisk">Of these, how many are likely enough to leave for an alarm.</param>
/// <param name="AlarmFrom">From which probability that is.</param>
/// <param name="Expected">How many will be gone in a week.</param>
/// <param name="Level">How likely that lies within the band.</param>
/// <param name="Lower">The lower end of the band.</param>
/// <param name="Upper">The upper end of the band.</param>
/// <param name="Risks">How many players have each probability.</param>
/// <param name="Reasons">Why those at risk are.</param>
/// <param name="Players">The likeliest to leave.</param>
public sealed record ChurnCrowdAnswer(
    bool IsKnown,
    DateTime AsOf,
    int Judged,
    int AtRisk,
    double AlarmFrom,
    double Expected,
    double Level,
    double Lower,
    double Upper,
    IReadOnlyList<RiskCountAnswer> Risks,
    IReadOnlyList<ChurnReasonAnswer> Reasons,
    IReadOnlyList<ChurnPlayerAnswer> Players);
