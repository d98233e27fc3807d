using Catalog.Engine.Analytics;
using Catalog.Shell.Alerts.Contracts;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Insight;

namespace Catalog.Shell.Alerts;

/// <summary>Makes a rule of a request. Stateless.</summary>
internal static class AlertWish
{
    private const int MaxName = 120;
    private const int MaxMinutes = 31 * 24 * 60;

    /// <summary>The names of comparisons.</summary>
    internal static IReadOnlyList<(string Name, AlertComparison Value)> Comparisons { get; } =
    [
        ("above", AlertComparison.Above), ("below", AlertComparison.Below),
        ("rises_by", AlertComparison.RisesBy), ("falls_by", AlertComparison.FallsBy),
    ];

    private static readonly (string Name, AlertSeverity Value)[] Severities =
        [("info", AlertSeverity.Info), ("warning", AlertSeverity.Warning), ("critical", AlertSeverity.Critical)];

    /// <summary>Reads a rule; what is wrong with it is in <paramref name="errors"/>.</summary>
    internal static AlertRule Read(
        AlertRuleRequest request, (ulong Id, ulong UserId) of, InsightRegistry insight, FieldErrors errors)
    {
        string name = request.Name.Trim();
        errors.Check(name.Length is > 0 and <= MaxName, "name", $"Must have 1 to {MaxName} characters.");
        AlertComparison comparison = Comparisons.FirstOrDefault(each => each.Name == request.Comparison).Value;
        errors.Check(comparison != 0, "comparison", "Must be above, below, rises_by or falls_by.");
        AlertSeverity severity = Array.Find(Severities, each => each.Name == request.Severity).Value;
        errors.Check(severity != 0, "severity", "Must be info, warning or critical.");
        bool isShare = comparison is AlertComparison.RisesBy or AlertComparison.FallsBy;
        errors.Check(double.IsFinite(request.Threshold), "threshold", "Must be a number.");
        errors.Check(!isShare || request.Threshold > 0, "threshold", "Must be a share above 0, as 0.2 for a fifth.");
        CheckMinutes(request.WindowMinutes, 1, "windowMinutes", errors);
        CheckMinutes(request.ForMinutes, 0, "forMinutes", errors);
        CheckMinutes(request.CooldownMinutes, 0, "cooldownMinutes", errors);
        var rule = new AlertRule
        {
            Id = of.Id,
            UserId = of.UserId,
            Name = name,
            System = request.System,
            Rollup = request.Rollup,
            Measure = request.Measure,
            Where = FiltersOf(request, errors),
            WindowMinutes = request.WindowMinutes,
            Comparison = comparison,
            Threshold = request.Threshold,
            ForMinutes = request.ForMinutes,
            CooldownMinutes = request.CooldownMinutes,
            Severity = severity,
            Channels = ChannelsOf(request, errors),
            IsEnabled = request.IsEnabled,
        };
        if (errors.IsEmpty) CheckQuery(rule, insight, errors);
        return rule;
    }

    private static void CheckMinutes(int minutes, int least, string field, FieldErrors errors) =>
        errors.Check(minutes >= least && minutes <= MaxMinutes, field, $"Must be from {least} to {MaxMinutes}.");

    private static void CheckQuery(AlertRule rule, InsightRegistry insight, FieldErrors errors)
    {
        if (insight.Find(rule.System) is not { } source)
        {
            errors.Add("system", "Has no rollups.");
            return;
        }

        if (source.Find(rule.Rollup) is not { } spec)
        {
            errors.Add("rollup", "There is no such rollup.");
            return;
        }

        errors.Check(spec.FindMeasure(rule.Measure) >= 0, "measure", "There is no such measure.");
        foreach (AlertFilter filter in rule.Where)
            errors.Check(spec.FindDimension(filter.Dimension) >= 0, "where." + filter.Dimension, "Is no dimension.");
        if (!errors.IsEmpty) return;
        RollupQueryProblem? problem = AlertEvaluator.QueryOf(rule, TimeBuckets.DayMs * 1_000).Check(spec);
        if (problem is { } found) errors.Add(found.Field, found.Message);
    }

    private static List<AlertFilter> FiltersOf(AlertRuleRequest request, FieldErrors errors)
    {
        var filters = new List<AlertFilter>();
        if (request.Where is null) return filters;
        errors.Check(request.Where.Count <= RollupSpec.MaxDimensions, "where", "Has too many dimensions.");
        foreach ((string dimension, IReadOnlyList<string> texts) in request.Where)
        {
            var values = new List<ulong>();
            foreach (string text in texts)
                if (IdText.TryParse(text, out ulong id)) values.Add(id);
            bool isUsable = values.Count == texts.Count && values.Count is > 0 and <= 100;
            errors.Check(isUsable, "where." + dimension, "Must be 1 to 100 ids.");
            filters.Add(new AlertFilter(dimension, values));
        }

        return filters;
    }

    private static AlertChannels ChannelsOf(AlertRuleRequest request, FieldErrors errors)
    {
        IReadOnlyList<string> mails = request.Mails ?? [];
        errors.Check(
            mails.Count <= AlertChannels.MaxMails, "mails", $"Must be at most {AlertChannels.MaxMails} addresses.");
        foreach (string mail in mails)
            errors.Check(EmailAddress.TryNormalize(mail, out _), "mails", "Holds what is no mail address.");
        string? webhook = string.IsNullOrEmpty(request.Webhook) ? null : request.Webhook;
        bool isAddress = webhook is null || AlertChannels.IsAddress(webhook);
        errors.Check(isAddress, "webhook", "Must be an address as in https://example.org/alerts.");
        bool isSecret =
            request.WebhookSecret is null or { Length: >= AlertChannels.MinSecret and <= AlertChannels.MaxSecret };
        errors.Check(
            isSecret, "webhookSecret",
            $"Must have {AlertChannels.MinSecret} to {AlertChannels.MaxSecret} characters.");
        return new AlertChannels([.. mails.Select(static mail => mail.Trim())], webhook, request.WebhookSecret);
    }
}
