using Catalog.Engine.Models;

namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>
/// Who ends a season at the top: its rest is played many times, each player at a pace drawn from what is known of it.
/// </summary>
/// <remarks>
/// O(rounds × candidates log candidates). Chance comes from a seed: the same standings give the same forecast. Pure,
/// thread-safe.
/// </remarks>
public static class SeasonForecast
{
    private const int Rounds = 2_000;

    /// <summary>Forecasts the first of a season, the likeliest first.</summary>
    /// <param name="candidates">Those who may get there: a few hundred of the best by now are enough.</param>
    /// <param name="daysLeft">Days until the season ends.</param>
    /// <param name="top">How many are the first.</param>
    /// <param name="seed">Where chance begins.</param>
    public static IReadOnlyList<SeasonChance> Predict(
        IReadOnlyList<SeasonCandidate> candidates, double daysLeft, int top, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        var random = new SeededRandom(seed);
        var paces = new Pace[candidates.Count];
        // Somebody whose pace is not known yet keeps the score.
        for (int i = 0; i < paces.Length; i++) paces[i] = Pace.Of(candidates[i].Score.Gains.Span) ?? default;
        int[] inTop = new int[paces.Length], wins = new int[paces.Length], order = new int[paces.Length];
        double[] ends = new double[paces.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < ends.Length; i++)
            {
                double pace = Math.Max(0, paces[i].ADay + (paces[i].Error * random.NextGauss()));
                double luck = paces[i].DaySpread * Math.Sqrt(Math.Max(0, daysLeft)) * random.NextGauss();
                ends[i] = -(candidates[i].Score.Now + Math.Max(0, (pace * Math.Max(0, daysLeft)) + luck));
                order[i] = i;
            }

            Array.Sort(ends, order);
            for (int place = 0; place < Math.Min(top, order.Length); place++) inTop[order[place]]++;
            if (order.Length > 0) wins[order[0]]++;
        }

        var chances = new List<SeasonChance>(paces.Length);
        for (int i = 0; i < paces.Length; i++)
        {
            double expected = candidates[i].Score.Now + (Math.Max(0, paces[i].ADay) * Math.Max(0, daysLeft));
            chances.Add(new SeasonChance(
                candidates[i].PlayerId, inTop[i] / (double)Rounds, wins[i] / (double)Rounds, expected));
        }

        chances.Sort(static (left, right) =>
        {
            int byTop = right.InTop.CompareTo(left.InTop);
            return byTop != 0 ? byTop : right.ExpectedScore.CompareTo(left.ExpectedScore);
        });
        return chances;
    }
}
