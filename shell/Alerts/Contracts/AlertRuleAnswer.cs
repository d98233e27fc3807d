using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts.Contracts;

/// <summary>A rule as it stands. Its secret is not told.</summary>
public sealed record AlertRuleAnswer : IExampled<AlertRuleAnswer>
{
    /// <inheritdoc/>
    public static AlertRuleAnswer Example => new()
    {
        Id = "1",
        Name = "Few bookings",
        System = "booking",
        Rollup = "analytics_daily_revenue",
        Measure = "bookings_count",
        Comparison = "below",
        Threshold = 5,
        WindowMinutes = 60,
        Severity = "warning",
        Where = new Dictionary<string, IReadOnlyList<string>> { ["theater"] = ["1"] },
        ForMinutes = 10,
        CooldownMinutes = 60,
        Mails = ["ops@example.org"],
        HasSecret = false,
        IsEnabled = true,
        State = "quiet",
    };

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The system.</summary>
    public required string System { get; init; }

    /// <summary>The rollup.</summary>
    public required string Rollup { get; init; }

    /// <summary>The measure.</summary>
    public required string Measure { get; init; }

    /// <summary><c>above</c>, <c>below</c>, <c>rises_by</c> or <c>falls_by</c>.</summary>
    public required string Comparison { get; init; }

    /// <summary>With what.</summary>
    public required double Threshold { get; init; }

    /// <summary>How far back it looks.</summary>
    public required int WindowMinutes { get; init; }

    /// <summary><c>info</c>, <c>warning</c> or <c>critical</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>Ids a dimension is narrowed to.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Where { get; init; }

    /// <summary>How long the condition must hold first.</summary>
    public required int ForMinutes { get; init; }

    /// <summary>How long there is no other alert after one is over.</summary>
    public required int CooldownMinutes { get; init; }

    /// <summary>Mail addresses that are told.</summary>
    public required IReadOnlyList<string> Mails { get; init; }

    /// <summary>An address that is called.</summary>
    public string? Webhook { get; init; }

    /// <summary>Whether calls are signed.</summary>
    public required bool HasSecret { get; init; }

    /// <summary>Whether it is looked at.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary><c>off</c>, <c>quiet</c>, <c>pending</c> or <c>raised</c>.</summary>
    public required string State { get; init; }

    /// <summary>The alert there is.</summary>
    public string? AlertId { get; init; }

    /// <summary>Makes the answer.</summary>
    internal static AlertRuleAnswer Of(AlertRule rule) => new()
    {
        Id = IdText.Of(rule.Id),
        Name = rule.Name,
        System = rule.System,
        Rollup = rule.Rollup,
        Measure = rule.Measure,
        Comparison = AlertWish.Comparisons.First(each => each.Value == rule.Comparison).Name,
        Threshold = rule.Threshold,
        WindowMinutes = rule.WindowMinutes,
        Severity = rule.Severity.ToString().ToLowerInvariant(),
        Where = rule.Where.ToDictionary(
            static each => each.Dimension, static each => (IReadOnlyList<string>)[.. each.Values.Select(IdText.Of)]),
        ForMinutes = rule.ForMinutes,
        CooldownMinutes = rule.CooldownMinutes,
        Mails = rule.Channels.Mails,
        Webhook = rule.Channels.Webhook,
        HasSecret = rule.Channels.Secret is not null,
        IsEnabled = rule.IsEnabled,
        State = !rule.IsEnabled ? "off" : rule.OpenId != 0 ? "raised" : rule.PendingSinceMs != 0 ? "pending" : "quiet",
        AlertId = rule.OpenId == 0 ? null : IdText.Of(rule.OpenId),
    };
}
