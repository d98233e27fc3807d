namespace Catalog.Shell.Alerts;

/// <summary>
/// Every rule, and the last alerts. Invariants: (1) ids are given out once, ascending; (2) at most
/// <see cref="MaxRules"/> and <see cref="MaxAlerts"/>; (3) of a system and key at most one alert is not over; (4) at
/// most <see cref="MaxDeliveries"/> calls of webhooks. Not thread-safe: its shard alone touches it.
/// </summary>
public sealed class AlertsState
{
    /// <summary>Rules kept.</summary>
    public const int MaxRules = 200;

    /// <summary>Alerts kept; the oldest that is over is forgotten for a new one.</summary>
    public const int MaxAlerts = 1_000;

    /// <summary>
    /// Calls of webhooks kept; for another one the oldest that was given up is forgotten, or else the oldest.
    /// </summary>
    public const int MaxDeliveries = 1_000;

    private readonly SortedDictionary<ulong, AlertRule> _rules = [];
    private readonly SortedDictionary<ulong, Alert> _alerts = [];
    private readonly SortedDictionary<ulong, WebhookDelivery> _deliveries = [];
    private readonly Dictionary<(string System, string Key), ulong> _open = [];

    /// <summary>The rules, oldest first.</summary>
    public IReadOnlyCollection<AlertRule> Rules => _rules.Values;

    /// <summary>The alerts, oldest first.</summary>
    public IReadOnlyCollection<Alert> Alerts => _alerts.Values;

    /// <summary>Calls of webhooks that are to be made or were given up, oldest first.</summary>
    public IReadOnlyCollection<WebhookDelivery> Deliveries => _deliveries.Values;

    /// <summary>The last id given to a rule.</summary>
    public ulong LastRuleId { get; internal set; }

    /// <summary>The last id given to an alert.</summary>
    public ulong LastAlertId { get; internal set; }

    /// <summary>The last id given to a call of a webhook.</summary>
    public ulong LastDeliveryId { get; internal set; }

    /// <summary>Finds a rule.</summary>
    public AlertRule? FindRule(ulong id) => _rules.GetValueOrDefault(id);

    /// <summary>Finds an alert.</summary>
    public Alert? Find(ulong id) => _alerts.GetValueOrDefault(id);

    /// <summary>Finds a call of a webhook.</summary>
    public WebhookDelivery? FindDelivery(ulong id) => _deliveries.GetValueOrDefault(id);

    /// <summary>Finds the alert about something that is not over.</summary>
    public Alert? FindOpen(string system, string key) =>
        _open.TryGetValue((system, key), out ulong id) ? Find(id) : null;

    /// <summary>The oldest alert that is over.</summary>
    internal Alert? OldestOver() => _alerts.Values.FirstOrDefault(static alert => alert.IsOver);

    internal void Put(AlertRule rule)
    {
        _rules[rule.Id] = rule;
        LastRuleId = Math.Max(LastRuleId, rule.Id);
    }

    internal void Put(Alert alert)
    {
        _alerts[alert.Id] = alert;
        LastAlertId = Math.Max(LastAlertId, alert.Id);
        if (alert.IsOver) _open.Remove((alert.System, alert.Key));
        else _open[(alert.System, alert.Key)] = alert.Id;
        while (_alerts.Count > MaxAlerts && OldestOver() is { } oldest) _alerts.Remove(oldest.Id);
    }

    internal void Put(WebhookDelivery delivery)
    {
        _deliveries[delivery.Id] = delivery;
        LastDeliveryId = Math.Max(LastDeliveryId, delivery.Id);
        while (_deliveries.Count > MaxDeliveries)
        {
            ulong forgotten = _deliveries.Values.FirstOrDefault(static each => each.IsParked)?.Id
                ?? _deliveries.Keys.First();
            _deliveries.Remove(forgotten);
        }
    }

    internal void RemoveRule(ulong id) => _rules.Remove(id);

    internal void RemoveDelivery(ulong id) => _deliveries.Remove(id);
}
