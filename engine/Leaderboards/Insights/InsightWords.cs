using System.Globalization;

namespace Catalog.Engine.Leaderboards.Insights;

/// <summary>Puts insights into sentences.</summary>
internal static class InsightWords
{
    public static PerformanceInsight Say(
        InsightFactor factor, string group, in GroupedGames games, double effect, double reach)
    {
        string how = Text($"{Math.Abs(effect) * 100:0} % {(effect > 0 ? "better" : "worse")}");
        string where = factor switch
        {
            InsightFactor.PartOfDay => group == "night" ? "at night" : $"in the {group}",
            InsightFactor.Weekend => "on weekends",
            InsightFactor.WarmUp => "in the first game of a session",
            InsightFactor.Fatigue => "from the sixth game of a session on",
            _ => "lately than at first",
        };
        string counts = Text($"{games.Count} games, {games.OtherCount} others");
        return new PerformanceInsight(
            factor, group, effect, effect - reach, effect + reach, games.Count, games.OtherCount,
            $"You perform {how} {where} ({counts}).", Advise(factor, group, effect > 0));
    }

    public static PerformanceInsight SayMode(int mode, in GroupedGames games, double effect, double reach) =>
        new(
            InsightFactor.Mode, mode.ToString(CultureInfo.InvariantCulture), effect, effect - reach, effect + reach,
            games.Count, games.OtherCount,
            Text($"You stand {effect:0.0} deviations higher here than in other modes ({games.Count} games)."),
            "Play more of it when a rank is what you want.");

    private static string Advise(InsightFactor factor, string group, bool isBetter) => factor switch
    {
        InsightFactor.PartOfDay when isBetter => $"Play what counts in the {group}.",
        InsightFactor.PartOfDay => $"Keep what counts out of the {group}.",
        InsightFactor.Weekend => isBetter ? "Keep tournaments for the weekend." : "Play what counts on weekdays.",
        InsightFactor.WarmUp => isBetter ? "Start with what counts." : "Warm up with a game that does not count.",
        InsightFactor.Fatigue => isBetter ? "Long sessions suit you." : "Take a break after five games.",
        _ => isBetter ? "What you changed works: go on." : "Look back at what you did differently before.",
    };

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
