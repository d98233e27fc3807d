using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Models.Tables;
using Catalog.Seed.Leaderboards;

namespace Catalog.Bench.Leaderboards.Quality;

/// <summary>
/// Who goes, said seven days before: of those whose interest fades, a week before their last day; and of everybody,
/// every other week, where those who go without a sign and those who only pause are among the rest.
/// </summary>
internal static class ChurnQuality
{
    public const int FirstDay = 91;
    public const int LastDay = 160;
    private const int EveryDays = 14;
    private const int Ahead = 7;
    private const int FadingDays = 28;
    private const double Bar = 90;

    /// <summary>Whether a player is looked at on a day.</summary>
    public static bool Asks(PlayerProfile player, int day) => day % EveryDays == 0 || IsLeaver(player, day);

    public static void Run(PlayRecord record, RowSink<QualityRow> rows)
    {
        int leavers = 0, found = 0, silent = 0, alarms = 0, gone = 0, fading = 0, silentAlarms = 0, silentGone = 0;
        var probabilities = new List<double>();
        var went = new List<bool>();
        foreach ((int day, var risk) in record.Risks)
        {
            PlayerProfile profile = record.Profiles[(int)risk.PlayerId];
            bool isSilent = risk.SilentDays >= Ahead;
            if (IsLeaver(profile, day) && profile.Cheat == CheatKind.None)
            {
                leavers++;
                found += risk.IsAtRisk ? 1 : 0;
                silent += isSilent ? 1 : 0;
            }

            if (day % EveryDays != 0) continue;
            int last = record.LastDay[(int)risk.PlayerId];
            probabilities.Add(risk.Probability);
            went.Add(last <= day + Ahead);
            silentAlarms += isSilent ? 1 : 0;
            silentGone += isSilent && last <= day + Ahead ? 1 : 0;
            if (!risk.IsAtRisk) continue;
            alarms++;
            gone += last <= day + Ahead ? 1 : 0;
            fading += last <= day + FadingDays ? 1 : 0;
        }

        double recall = Share(found, leavers), precision = Share(gone, alarms);
        double usual = Share(went.Count(static each => each), went.Count);
        rows.Add(new QualityRow(
            "leaderboards", "leavers known 7 days ahead, % (baseline: a week without a game)", recall,
            Share(silent, leavers), $"at least {Bar} %", recall >= Bar));
        rows.Add(new QualityRow(
            "leaderboards", "alarms that are gone 7 days later, % (baseline: anybody)", precision, usual,
            "twice the baseline", precision >= 2 * usual));
        double auc = ClassifierScore.AreaUnderCurve(probabilities.ToArray(), went.ToArray());
        rows.Add(new QualityRow(
            "leaderboards", "churn, area under the curve (baseline: chance)", auc, 0.5, "above 0.8", auc > 0.8));
        BenchRun.Say($"  {leavers:N0} fading players a week before their end; of {probabilities.Count:N0} readings "
            + $"{Share(alarms, probabilities.Count):0} % are alarms, of which {Share(fading, alarms):0} % are gone "
            + $"within four weeks; a week of silence would be {Share(silentAlarms, probabilities.Count):0} %, "
            + $"{Share(silentGone, silentAlarms):0} % of it gone");
    }

    private static bool IsLeaver(PlayerProfile player, int day) =>
        player.IsDecliner && player.LeaveDay < PlayWorld.Days && player.LeaveDay - day == Ahead;

    private static double Share(int part, int whole) => 100.0 * part / Math.Max(1, whole);
}
