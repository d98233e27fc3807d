using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts.Contracts;

/// <summary>A rule: a condition over a rollup.</summary>
/// <param name="Name">Its name, which alerts have as their title.</param>
/// <param name="System">The system, as in <c>booking</c>.</param>
/// <param name="Rollup">The rollup.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Comparison"><c>above</c>, <c>below</c>, <c>rises_by</c> or <c>falls_by</c>.</param>
/// <param name="Threshold">With what; a share for the last two: 0.2 for a fifth.</param>
/// <param name="WindowMinutes">How far back it looks, 1 to 44,640 (31 days).</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="Where">Ids a dimension is narrowed to.</param>
/// <param name="ForMinutes">How long the condition must hold first.</param>
/// <param name="CooldownMinutes">How long there is no other alert after one is over.</param>
/// <param name="Mails">Mail addresses that are told, at most 8.</param>
/// <param name="Webhook">An address that is called.</param>
/// <param name="WebhookSecret">
/// What the call is signed with, 16 to 200 characters; kept when a change leaves it out.
/// </param>
/// <param name="IsEnabled">Whether it is looked at.</param>
public sealed record AlertRuleRequest(
    string Name,
    string System,
    string Rollup,
    string Measure,
    string Comparison,
    double Threshold,
    int WindowMinutes,
    string Severity,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Where = null,
    int ForMinutes = 0,
    int CooldownMinutes = 0,
    IReadOnlyList<string>? Mails = null,
    string? Webhook = null,
    string? WebhookSecret = null,
    bool IsEnabled = true) : IExampled<AlertRuleRequest>
{
    /// <inheritdoc/>
    public static AlertRuleRequest Example => new(
        "Few bookings", "booking", "analytics_daily_revenue", "bookings_count", "below", 5, 60, "warning",
        ForMinutes: 10, CooldownMinutes: 60, Mails: ["ops@example.org"], Webhook: "https://example.org/alerts",
        WebhookSecret: "a secret of 16 characters or more");
}
