using System.Globalization;

namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>When a player reaches a rank, if everybody goes on as they do.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Outcome">Whether that can be said.</param>
/// <param name="Days">In how many days; half of the chances lie before.</param>
/// <param name="Earliest">The day one chance in ten lies before.</param>
/// <param name="Latest">The day nine chances in ten lie before; infinite when that never comes.</param>
public readonly record struct RankProjection(
    long Rank, ProjectionOutcome Outcome, double Days = double.NaN, double Earliest = double.NaN,
    double Latest = double.NaN)
{
    private const double Soon = 10;
    private const double Weeks = 60;

    /// <summary>A sentence for the player.</summary>
    public string Words => Outcome switch
    {
        ProjectionOutcome.Held => Text($"You are in the top {Rank:N0}."),
        ProjectionOutcome.Reached => Text($"At your current pace, you'll reach top {Rank:N0} in {Time(Days)}."),
        ProjectionOutcome.NotAtThisPace => Text($"Top {Rank:N0} moves away faster than you climb."),
        ProjectionOutcome.TooFar => Text($"Top {Rank:N0} is more than half a year away at your current pace."),
        _ => Text($"Not enough days of play yet to tell when you reach top {Rank:N0}."),
    };

    private static string Time(double days) => days switch
    {
        < 1.5 => "a day",
        < Soon => Text($"{days:0} days"),
        < Weeks => Text($"{days / 7:0} weeks"),
        _ => Text($"{days / 30.4:0} months"),
    };

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
