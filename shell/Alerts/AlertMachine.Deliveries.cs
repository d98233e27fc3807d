using Catalog.Engine.Core.Machines;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Alerts.Events;

namespace Catalog.Shell.Alerts;

/// <content>Calls of webhooks. What happens to an alert that has one queues a call, by that very fact.</content>
public sealed partial class AlertMachine :
    IDecider<AlertsState, EndDelivery, AlertResult>,
    IDecider<AlertsState, RetryDelivery, AlertResult>,
    IDecider<AlertsState, ListDeliveries, DeliveryListing>,
    IApplier<AlertsState, DeliverySaved>,
    IApplier<AlertsState, DeliveryEnded>
{
    /// <inheritdoc/>
    public AlertResult Decide(AlertsState state, in EndDelivery command, Decision decision)
    {
        if (state.FindDelivery(command.DeliveryId) is not { } delivery)
            return new(AlertOutcome.Unknown, command.DeliveryId);
        if (command.Error is null)
        {
            decision.Emit(this, state, new DeliveryEnded(delivery.Id));
        }
        else
        {
            decision.Emit(this, state, new DeliverySaved(delivery with
            {
                Attempts = delivery.Attempts + command.Attempts,
                Error = command.Error,
                ParkedMs = decision.TimeMs,
            }));
        }

        return new(AlertOutcome.Done, delivery.Id);
    }

    /// <inheritdoc/>
    public AlertResult Decide(AlertsState state, in RetryDelivery command, Decision decision)
    {
        if (state.FindDelivery(command.DeliveryId) is not { } delivery)
            return new(AlertOutcome.Unknown, command.DeliveryId);
        if (delivery.IsParked) decision.Emit(this, state, new DeliverySaved(delivery with { ParkedMs = 0 }));
        return new(AlertOutcome.Done, delivery.Id);
    }

    /// <inheritdoc/>
    public DeliveryListing Decide(AlertsState state, in ListDeliveries command, Decision decision) =>
        new([.. state.Deliveries]);

    /// <inheritdoc/>
    public void Apply(AlertsState state, in DeliverySaved fact, long timeMs) => state.Put(fact.Delivery);

    /// <inheritdoc/>
    public void Apply(AlertsState state, in DeliveryEnded fact, long timeMs) => state.RemoveDelivery(fact.DeliveryId);

    private static void QueueCall(AlertsState state, in AlertSaved fact, long timeMs)
    {
        bool isCalled = fact.QueuesCall && fact.Alert.Channels.Webhook is not null;
        if (!isCalled) return;
        state.Put(new WebhookDelivery
        {
            Id = state.LastDeliveryId + 1,
            Change = fact.Change,
            Alert = fact.Alert,
            QueuedMs = timeMs,
        });
    }
}
