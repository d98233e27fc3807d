using Catalog.Engine.Leaderboards.Play;

namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>
/// Says when a player overtakes the score some rank takes.
/// <code>
/// gap now ─── closes by  pace of the player − pace of the rank  a day,  ± error of both and the days' unevenness
/// P(reached by day d) = Φ((d · drift − gap) / √(d² · error² + d · spread²))      at 10, 50 and 90 %
/// </code>
/// </summary>
/// <remarks>Both paces are taken from the last four weeks. O(days). Pure, thread-safe.</remarks>
public static class Projector
{
    /// <summary>How far ahead anything is said, in days.</summary>
    public const int Horizon = 180;

    private const double Tenth = 1.2816;

    /// <summary>Says when a rank is reached.</summary>
    /// <param name="rank">The rank.</param>
    /// <param name="player">The player's score.</param>
    /// <param name="threshold">The score the rank takes.</param>
    public static RankProjection Project(long rank, in DailyTotals player, in DailyTotals threshold)
    {
        double gap = threshold.Now - player.Now;
        if (gap <= 0) return new RankProjection(rank, ProjectionOutcome.Held);
        if (Pace.Of(player.Gains.Span) is not { } own || Pace.Of(threshold.Gains.Span) is not { } theirs)
            return new RankProjection(rank, ProjectionOutcome.TooFewDays);
        double drift = own.ADay - theirs.ADay;
        if (drift <= 0) return new RankProjection(rank, ProjectionOutcome.NotAtThisPace);
        double days = gap / drift;
        if (days > Horizon) return new RankProjection(rank, ProjectionOutcome.TooFar);
        double error = Math.Sqrt((own.Error * own.Error) + (theirs.Error * theirs.Error));
        return new RankProjection(
            rank, ProjectionOutcome.Reached, days, DayAt(gap, drift, error, own.DaySpread, Tenth),
            DayAt(gap, drift, error, own.DaySpread, -Tenth));
    }

    /// <summary>The rank a player has after some days, if all go on as they do. O(thresholds).</summary>
    /// <param name="player">The player's score.</param>
    /// <param name="ladder">Ranks with the scores they take, the best first.</param>
    /// <param name="days">How many days ahead.</param>
    /// <returns>The rank, between two thresholds in proportion of their logarithms; null when no pace is known.
    /// </returns>
    public static double? RankIn(
        in DailyTotals player, IReadOnlyList<(long Rank, DailyTotals Threshold)> ladder, double days)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        if (Pace.Of(player.Gains.Span) is not { } own) return null;
        double total = player.Now + (own.ADay * days), above = double.NaN;
        for (int i = 0; i < ladder.Count; i++)
        {
            if (Pace.Of(ladder[i].Threshold.Gains.Span) is not { } pace) return null;
            double needed = ladder[i].Threshold.Now + (pace.ADay * days);
            if (total >= needed)
            {
                if (i == 0 || !(above > needed)) return ladder[i].Rank;
                double share = (above - total) / (above - needed);
                double low = Math.Log(ladder[i - 1].Rank), high = Math.Log(ladder[i].Rank);
                return Math.Exp(low + (Math.Clamp(share, 0, 1) * (high - low)));
            }

            above = needed;
        }

        return ladder.Count == 0 ? null : ladder[^1].Rank;
    }

    /// <summary>The chance that one total is above another after some days. O(1).</summary>
    internal static double ChanceAbove(double lead, double drift, double error, double spread, double days)
    {
        double reach = Math.Sqrt((days * days * error * error) + (days * spread * spread));
        double ahead = lead + (drift * days);
        return reach > 0 ? NormalCurve.Below(ahead / reach) : ahead > 0 ? 1 : 0;
    }

    // The day d at which d · drift + z · √(d² error² + d spread²) is the gap, by halving: it rises with d while it
    // matters.
    private static double DayAt(double gap, double drift, double error, double spread, double z)
    {
        double low = 0, high = Horizon * 4;
        if (Reached(high) < gap) return double.PositiveInfinity;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (Reached(middle) < gap) low = middle;
            else high = middle;
        }

        return high;

        double Reached(double days) =>
            (days * drift) + (z * Math.Sqrt((days * days * error * error) + (days * spread * spread)));
    }
}
