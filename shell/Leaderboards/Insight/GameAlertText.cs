using System.Globalization;
using Catalog.Shell.Alerts;
using Catalog.Shell.Leaderboards.Insight.Contracts;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>What alerts about the boards say. Stateless.</summary>
internal static class GameAlertText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Much more than usual is held.</summary>
    public static Alert Spike(GameMode mode, double share, double usual, long held) => new()
    {
        Id = 0,
        System = "leaderboards",
        Key = "cheat-spike-" + mode.Slug,
        Title = $"{mode.Terms.Name}: many games are held for review",
        Text = string.Create(
            Culture, $"{held} games of the last 15 minutes broke a rule, {100 * share:0.0} % of all; ")
            + string.Create(Culture, $"{100 * usual:0.0} % are usual."),
        Severity = AlertSeverity.Critical,
        Value = Math.Round(share, 4),
        Details = Link("/leaderboards/admin/review?mode=" + mode.Slug),
    };

    /// <summary>Answers take long.</summary>
    public static Alert Slow(double p99Ms) => new()
    {
        Id = 0,
        System = "leaderboards",
        Key = "slow-answers",
        Title = "Answers take long",
        Text = string.Create(
            Culture, $"One durable answer of a hundred took {p99Ms:0} ms or more in the last minute; 100 are meant."),
        Severity = AlertSeverity.Warning,
        Value = Math.Round(p99Ms, 1),
        Details = Link("/leaderboards/admin/insight"),
    };

    /// <summary>Scores rise.</summary>
    public static Alert Inflation(GameMode mode, InflationAnswer inflation) => new()
    {
        Id = 0,
        System = "leaderboards",
        Key = "score-inflation-" + mode.Slug,
        Title = $"{mode.Terms.Name}: scores rise",
        Text = inflation.Advice ?? "Scores are as usual.",
        Severity = AlertSeverity.Warning,
        Value = Math.Round(inflation.Rise, 4),
        Details = Link("/leaderboards/admin/insight/health?mode=" + mode.Slug),
    };

    private static Dictionary<string, string> Link(string path) => new() { [Alert.LinkDetail] = path };
}
