using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Alerts.Commands;

namespace Catalog.Shell.Alerts;

/// <summary>The way to rules and alerts; systems raise their own here. Thread-safe.</summary>
public sealed class AlertDesk(SystemHandle<AlertsState> handle, AlertOptions options, TimeProvider clock)
{
    private readonly AlertChannels _channels = new(options.Mails, options.Webhook, options.WebhookSecret);

    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>
    /// Raises an alert about something of a system, unless there is one about the same that is not over. Its id and
    /// time are given to it, and unless it names who is told, those who are configured are.
    /// </summary>
    public ValueTask<Reply<AlertResult>> RaiseAsync(Alert alert) => SendAsync(new RaiseAlert(
        NowMs, alert.Channels == AlertChannels.None ? alert with { Channels = _channels } : alert));

    /// <summary>What a system raised an alert about is over; no effect when there is none.</summary>
    public ValueTask<Reply<AlertResult>> EndAsync(string system, string key) =>
        SendAsync(new EndAlert(NowMs, system, key));

    /// <summary>Adds or replaces a rule.</summary>
    public ValueTask<Reply<AlertResult>> SaveAsync(AlertRule rule, IdempotencyKey key = default) =>
        SendAsync(new SaveRule(NowMs, rule, key));

    /// <summary>Removes a rule.</summary>
    public ValueTask<Reply<AlertResult>> RemoveRuleAsync(ulong id, ulong userId) =>
        SendAsync(new RemoveRule(NowMs, id, userId));

    /// <summary>Switches a rule on or off.</summary>
    public ValueTask<Reply<AlertResult>> SwitchRuleAsync(ulong id, ulong userId, bool isEnabled) =>
        SendAsync(new SwitchRule(NowMs, id, userId, isEnabled));

    /// <summary>Says whether a rule's condition holds now.</summary>
    public ValueTask<Reply<AlertResult>> ObserveAsync(ulong ruleId, bool isMet, double value) =>
        SendAsync(new ObserveRule(NowMs, ruleId, isMet, value));

    /// <summary>Somebody has seen an alert.</summary>
    public ValueTask<Reply<AlertResult>> AcknowledgeAsync(ulong id, ulong userId) =>
        SendAsync(new AcknowledgeAlert(NowMs, id, userId));

    /// <summary>Somebody resolved an alert.</summary>
    public ValueTask<Reply<AlertResult>> ResolveAsync(ulong id, ulong userId, string? note) =>
        SendAsync(new ResolveAlert(NowMs, id, userId, note));

    /// <summary>Everything there is.</summary>
    public ValueTask<Reply<AlertListing>> ListAsync() =>
        handle.ExecuteAsync<ListAlerts, AlertListing>(AlertMachine.Partition, new ListAlerts(NowMs));

    /// <summary>Every call of a webhook that is to be made or was given up.</summary>
    public ValueTask<Reply<DeliveryListing>> ListDeliveriesAsync() =>
        handle.ExecuteAsync<ListDeliveries, DeliveryListing>(AlertMachine.Partition, new ListDeliveries(NowMs));

    /// <summary>
    /// What became of a call: made, or given up for good, when there is no error; set aside otherwise.
    /// </summary>
    public ValueTask<Reply<AlertResult>> EndDeliveryAsync(ulong id, int attempts, string? error) =>
        SendAsync(new EndDelivery(NowMs, id, attempts, error));

    /// <summary>A call that was set aside is to be tried again.</summary>
    public ValueTask<Reply<AlertResult>> RetryDeliveryAsync(ulong id) => SendAsync(new RetryDelivery(NowMs, id));

    private ValueTask<Reply<AlertResult>> SendAsync<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<AlertResult> =>
        handle.ExecuteAsync<TCommand, AlertResult>(AlertMachine.Partition, in command);
}
