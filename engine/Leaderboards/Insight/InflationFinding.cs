namespace Catalog.Engine.Leaderboards;

/// <summary>Whether scores rise.</summary>
/// <param name="IsKnown">Whether there were days enough to tell.</param>
/// <param name="IsRising">Whether they rise by more than chance explains.</param>
/// <param name="Evidence">What adds up to that, in deviations; see <see cref="ScoreInflation.Limit"/>.</param>
/// <param name="Since">The day, among those given, that it began; -1 while nothing is above the usual.</param>
/// <param name="Rise">By how much they have been above the usual since, as a share of it.</param>
/// <param name="Usual">The usual average.</param>
public readonly record struct InflationFinding(
    bool IsKnown, bool IsRising, double Evidence, int Since, double Rise, double Usual)
{
    /// <summary>Nothing can be said.</summary>
    public static InflationFinding None { get; } = new(false, false, 0, -1, 0, double.NaN);
}
