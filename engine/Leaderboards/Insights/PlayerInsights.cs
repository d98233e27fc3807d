using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Models.Anomalies;

namespace Catalog.Engine.Leaderboards.Insights;

/// <summary>
/// Finds what a player's scores depend on: the part of the day, the weekend, the place in a session, the mode; and
/// whether they rise.
/// <code>
/// score / the player's mean in the mode, wild ones cut ─► for each group: mean inside against mean outside (Welch)
/// kept: 12 games on both sides, at least 5 %, and so far from 0 that no more than two in a hundred players
///       would be told anything that is chance (all comparisons together: Bonferroni)
/// </code>
/// </summary>
/// <remarks>O(games × groups). Pure, thread-safe.</remarks>
public static class PlayerInsights
{
    /// <summary>Games before anything is said.</summary>
    public const int FewestGames = 40;

    private const int FewestInGroup = 12;
    private const double LeastEffect = 0.05;
    private const double Confidence = 1.96;

    // Two in a hundred, two-sided, shared by eight comparisons: the normal quantile of 1 − 0.02 / 16.
    private const double Significant = 3.02;
    private const double Wild = 4;
    private const long SessionGapMs = 20 * 60_000;
    private const int LateFrom = 5;
    private const int Groups = 8;
    private static readonly string[] PartNames = ["night", "morning", "afternoon", "evening"];

    /// <summary>Looks at a history.</summary>
    /// <param name="games">The player's games, the earliest first.</param>
    /// <param name="modes">How many modes there are.</param>
    /// <param name="offsetMinutes">How far the player's clock is ahead of UTC.</param>
    /// <param name="fields">What is played in each mode lately, to compare modes; null not to.</param>
    public static InsightReport Find(
        ReadOnlySpan<PlayedGame> games, int modes, int offsetMinutes = 0, IReadOnlyList<ModeField>? fields = null)
    {
        if (games.Length < FewestGames) return new InsightReport(games.Length, FewestGames - games.Length, []);
        double[] results = Results(games, modes);
        Span<GroupedGames> groups = stackalloc GroupedGames[Groups];
        groups.Clear();
        int inSession = 0;
        for (int i = 0; i < games.Length; i++)
        {
            long beganMs = games[i].TimeMs - (games[i].DurationSeconds * 1000L);
            bool goesOn = i > 0 && beganMs - games[i - 1].TimeMs < SessionGapMs;
            inSession = goesOn ? inSession + 1 : 0;
            DateTimeOffset at = DateTimeOffset.FromUnixTimeMilliseconds(beganMs).AddMinutes(offsetMinutes);
            int part = PartOf(at.Hour);
            for (int p = 0; p < PartNames.Length; p++) groups[p].Add(results[i], p == part);
            groups[4].Add(results[i], at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            groups[5].Add(results[i], inSession == 0);
            groups[6].Add(results[i], inSession >= LateFrom);
            if (i < games.Length / 3 || i >= games.Length - (games.Length / 3))
                groups[7].Add(results[i], i >= games.Length / 2);
        }

        var found = new List<PerformanceInsight>();
        for (int group = 0; group < Groups; group++)
            if (IsReal(groups[group], out double effect, out double error))
                found.Add(InsightWords.Say(FactorOf(group), NameOf(group), groups[group], effect, error * Confidence));
        if (fields is not null) CompareModes(games, fields, found);
        KeepStrongestPart(found);
        found.Sort(static (left, right) => Math.Abs(right.Effect).CompareTo(Math.Abs(left.Effect)));
        return new InsightReport(games.Length, 0, found);
    }

    internal static int PartOf(int hour) => hour switch
    {
        >= 6 and < 12 => 1,
        >= 12 and < 18 => 2,
        >= 18 and < 23 => 3,
        _ => 0,
    };

    private static InsightFactor FactorOf(int group) => group switch
    {
        < 4 => InsightFactor.PartOfDay,
        4 => InsightFactor.Weekend,
        5 => InsightFactor.WarmUp,
        6 => InsightFactor.Fatigue,
        _ => InsightFactor.Progress,
    };

    private static string NameOf(int group) => group switch
    {
        < 4 => PartNames[group],
        4 => "weekend",
        5 => "first game",
        6 => "late in a session",
        _ => "lately",
    };

    // Against the player's own mean in the mode, so that modes do not stand for hours; one game of luck counts once.
    private static double[] Results(ReadOnlySpan<PlayedGame> games, int modes)
    {
        double[] sums = new double[modes];
        int[] counts = new int[modes];
        foreach (PlayedGame game in games)
        {
            sums[game.Mode] += game.Score;
            counts[game.Mode]++;
        }

        double[] results = new double[games.Length];
        for (int i = 0; i < results.Length; i++)
        {
            double mean = sums[games[i].Mode] / counts[games[i].Mode];
            results[i] = mean > 0 ? games[i].Score / mean : 1;
        }

        (double middle, double spread) = RobustScore.Describe(results);
        for (int i = 0; i < results.Length; i++)
            results[i] = Math.Clamp(results[i], middle - (Wild * spread), middle + (Wild * spread));
        return results;
    }

    private static bool IsReal(in GroupedGames group, out double effect, out double error)
    {
        (effect, error) = (0, 0);
        if (group.Count < FewestInGroup || group.OtherCount < FewestInGroup || !(group.OtherMean > 0)) return false;
        effect = (group.Mean / group.OtherMean) - 1;
        error = group.Error / group.OtherMean;
        return Math.Abs(effect) >= LeastEffect && Math.Abs(effect) > Significant * error;
    }

    // An evening that is better makes every other part of the day worse: one of them is the reason.
    private static void KeepStrongestPart(List<PerformanceInsight> found)
    {
        int strongest = -1;
        for (int i = 0; i < found.Count; i++)
        {
            if (found[i].Factor != InsightFactor.PartOfDay) continue;
            if (strongest < 0 || Certainty(found[i]) > Certainty(found[strongest])) strongest = i;
        }

        for (int i = found.Count - 1; i >= 0; i--)
            if (found[i].Factor == InsightFactor.PartOfDay && i != strongest) found.RemoveAt(i);
    }

    private static double Certainty(in PerformanceInsight insight) =>
        Math.Abs(insight.Effect) / (insight.High - insight.Low);

    private static void CompareModes(
        ReadOnlySpan<PlayedGame> games, IReadOnlyList<ModeField> fields, List<PerformanceInsight> found)
    {
        for (int mode = 0; mode < fields.Count; mode++)
        {
            var group = new GroupedGames();
            foreach (PlayedGame game in games)
                group.Add(fields[game.Mode].StandingOf(game).Score, game.Mode == mode);
            if (group.Count < FewestInGroup || group.OtherCount < FewestInGroup) continue;
            double effect = group.Mean - group.OtherMean;
            // In deviations: what is not a fifth of one is nothing to plan by.
            if (effect > 0.2 && effect > Significant * group.Error)
                found.Add(InsightWords.SayMode(mode, group, effect, group.Error * Confidence));
        }
    }
}
