using System.Globalization;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Alerts.Events;

namespace Catalog.Shell.Alerts;

/// <content>Commands, and how facts change the alerts.</content>
public sealed partial class AlertMachine :
    IDecider<AlertsState, SaveRule, AlertResult>,
    IDecider<AlertsState, SwitchRule, AlertResult>,
    IDecider<AlertsState, RemoveRule, AlertResult>,
    IDecider<AlertsState, ObserveRule, AlertResult>,
    IDecider<AlertsState, RaiseAlert, AlertResult>,
    IDecider<AlertsState, AcknowledgeAlert, AlertResult>,
    IDecider<AlertsState, ResolveAlert, AlertResult>,
    IDecider<AlertsState, EndAlert, AlertResult>,
    IDecider<AlertsState, ListAlerts, AlertListing>,
    IApplier<AlertsState, RuleSaved>,
    IApplier<AlertsState, RuleRemoved>,
    IApplier<AlertsState, AlertSaved>
{
    private const long MinuteMs = 60 * 1000;

    /// <inheritdoc/>
    public AlertResult Decide(AlertsState state, in SaveRule command, Decision decision)
    {
        AlertRule rule = command.Rule;
        if (rule.Id == 0)
        {
            if (state.Rules.Count >= AlertsState.MaxRules) return new(AlertOutcome.Full, 0);
            rule = rule with { Id = state.LastRuleId + 1 };
        }
        else
        {
            if (state.FindRule(rule.Id) is not { } before) return new(AlertOutcome.Unknown, rule.Id);
            rule = rule with
            {
                UserId = before.UserId,
                PendingSinceMs = 0,
                OpenId = before.OpenId,
                QuietUntilMs = before.QuietUntilMs,
            };
        }

        decision.Emit(this, state, new RuleSaved(rule));
        if (!rule.IsEnabled) EndOf(state, rule, command.Rule.UserId, "The rule was switched off.", decision);
        return new(AlertOutcome.Done, rule.Id);
    }

    /// <inheritdoc/>
    public AlertResult Decide(AlertsState state, in SwitchRule command, Decision decision)
    {
        if (state.FindRule(command.RuleId) is not { } rule) return new(AlertOutcome.Unknown, command.RuleId);
        if (rule.IsEnabled == command.IsEnabled) return new(AlertOutcome.Done, rule.Id);
        rule = rule with { IsEnabled = command.IsEnabled, PendingSinceMs = 0 };
        decision.Emit(this, state, new RuleSaved(rule));
        if (!rule.IsEnabled) EndOf(state, rule, command.UserId, "The rule was switched off.", decision);
        return new(AlertOutcome.Done, rule.Id);
    }

    /// <inheritdoc/>
    public AlertResult Decide(AlertsState state, in RemoveRule command, Decision decision)
    {
        if (state.FindRule(command.RuleId) is not { } rule) return new(AlertOutcome.Unknown, command.RuleId);
        EndOf(state, rule, command.UserId, "The rule was removed.", decision);
        decision.Emit(this, state, new RuleRemoved(rule.Id));
        return new(AlertOutcome.Done, rule.Id);
    }

    /// <inheritdoc/>
    public AlertResult Decide(AlertsState state, in ObserveRule command, Decision decision)
    {
        if (state.FindRule(command.RuleId) is not { } rule) return new(AlertOutcome.Unknown, command.RuleId);
        Alert? open = state.Find(rule.OpenId) is { IsOver: false } found ? found : null;
        if (!command.IsMet)
        {
            if (open is not null) Resolve(state, open, 0, null, decision);
            else if (rule.PendingSinceMs != 0)
                decision.Emit(this, state, new RuleSaved(rule with { PendingSinceMs = 0 }));
            return new(AlertOutcome.Done, rule.Id);
        }

        if (open is not null || decision.TimeMs < rule.QuietUntilMs) return new(AlertOutcome.Done, rule.Id);
        long since = rule.PendingSinceMs == 0 ? decision.TimeMs : rule.PendingSinceMs;
        if (decision.TimeMs - since >= rule.ForMinutes * MinuteMs)
            return Raise(state, AlertOf(rule, command.Value), decision);
        if (rule.PendingSinceMs == 0)
            decision.Emit(this, state, new RuleSaved(rule with { PendingSinceMs = decision.TimeMs }));
        return new(AlertOutcome.Done, rule.Id);
    }

    /// <inheritdoc/>
    public AlertResult Decide(AlertsState state, in RaiseAlert command, Decision decision)
    {
        Alert? open = state.FindOpen(command.Alert.System, command.Alert.Key);
        return open is null ? Raise(state, command.Alert, decision) : new(AlertOutcome.Done, open.Id);
    }

    /// <inheritdoc/>
    public AlertResult Decide(AlertsState state, in AcknowledgeAlert command, Decision decision)
    {
        if (state.Find(command.AlertId) is not { } alert) return new(AlertOutcome.Unknown, command.AlertId);
        if (alert.IsOver) return new(AlertOutcome.Over, alert.Id);
        if (alert.AcknowledgedMs == 0)
        {
            decision.Emit(this, state, new AlertSaved(AlertChange.Acknowledged, alert with
            {
                AcknowledgedMs = decision.TimeMs,
                AcknowledgedBy = command.UserId,
            }));
        }

        return new(AlertOutcome.Done, alert.Id);
    }

    /// <inheritdoc/>
    public AlertResult Decide(AlertsState state, in ResolveAlert command, Decision decision)
    {
        if (state.Find(command.AlertId) is not { } alert) return new(AlertOutcome.Unknown, command.AlertId);
        if (alert.IsOver) return new(AlertOutcome.Over, alert.Id);
        Resolve(state, alert, command.UserId, command.Note, decision);
        return new(AlertOutcome.Done, alert.Id);
    }

    /// <inheritdoc/>
    public AlertResult Decide(AlertsState state, in EndAlert command, Decision decision)
    {
        if (state.FindOpen(command.System, command.Key) is not { } alert) return new(AlertOutcome.Unknown, 0);
        Resolve(state, alert, 0, null, decision);
        return new(AlertOutcome.Done, alert.Id);
    }

    /// <inheritdoc/>
    public AlertListing Decide(AlertsState state, in ListAlerts command, Decision decision) =>
        new([.. state.Rules], [.. state.Alerts]);

    /// <inheritdoc/>
    public void Apply(AlertsState state, in RuleSaved fact, long timeMs) => state.Put(fact.Rule);

    /// <inheritdoc/>
    public void Apply(AlertsState state, in RuleRemoved fact, long timeMs) => state.RemoveRule(fact.RuleId);

    /// <inheritdoc/>
    public void Apply(AlertsState state, in AlertSaved fact, long timeMs)
    {
        Alert alert = fact.Alert;
        state.Put(alert);
        QueueCall(state, in fact, timeMs);
        if (state.FindRule(alert.RuleId) is not { } rule) return;
        if (fact.Change == AlertChange.Raised) state.Put(rule with { OpenId = alert.Id, PendingSinceMs = 0 });
        if (fact.Change == AlertChange.Resolved)
            state.Put(rule with { OpenId = 0, QuietUntilMs = alert.ResolvedMs + (rule.CooldownMinutes * MinuteMs) });
    }

    private AlertResult Raise(AlertsState state, Alert alert, Decision decision)
    {
        bool isFull = state.Alerts.Count >= AlertsState.MaxAlerts && state.OldestOver() is null;
        if (isFull) return new(AlertOutcome.Full, 0);
        alert = alert with { Id = state.LastAlertId + 1, RaisedMs = decision.TimeMs };
        decision.Emit(this, state, new AlertSaved(AlertChange.Raised, alert));
        return new(AlertOutcome.Done, alert.Id);
    }

    private void EndOf(AlertsState state, AlertRule rule, ulong userId, string note, Decision decision)
    {
        if (state.Find(rule.OpenId) is { IsOver: false } open) Resolve(state, open, userId, note, decision);
    }

    private void Resolve(AlertsState state, Alert alert, ulong userId, string? note, Decision decision) =>
        decision.Emit(this, state, new AlertSaved(AlertChange.Resolved, alert with
        {
            ResolvedMs = decision.TimeMs,
            ResolvedBy = userId,
            Note = note,
        }));

    private static Alert AlertOf(AlertRule rule, double value)
    {
        string than = rule.Comparison switch
        {
            AlertComparison.Above => "above",
            AlertComparison.Below => "below",
            AlertComparison.RisesBy => "risen by a share of at least",
            _ => "fallen by a share of at least",
        };
        CultureInfo culture = CultureInfo.InvariantCulture;
        int minutes = rule.WindowMinutes;
        string limit = rule.Threshold.ToString("0.##", culture);
        string text = string.Create(
            culture, $"{Plain(rule.Measure)} of {Plain(rule.Rollup)} in {minutes} minutes is {value:0.##}: ")
            + $"{than} {limit}.";
        return new Alert
        {
            Id = 0,
            RuleId = rule.Id,
            System = rule.System,
            Key = string.Create(CultureInfo.InvariantCulture, $"rule-{rule.Id}"),
            Title = rule.Name,
            Text = text,
            Severity = rule.Severity,
            Value = value,
            Channels = rule.Channels,
        };
    }

    private static string Plain(string name) => name.Replace('_', ' ');
}
