using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;
using Catalog.Shell.Alerts.Contracts;
using Catalog.Shell.Alerts.Events;

namespace Catalog.Shell.Alerts;

/// <summary>
/// Calls the webhooks of alerts. A call that fails is tried again with growing pauses, and then parked, where an
/// operator sees it and can have it tried once more. One call at a time.
/// </summary>
internal sealed class AlertWebhooks(WebhookSender sender) : IEventConsumer
{
    /// <inheritdoc/>
    public string Name => AlertConsumers.Webhooks;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) => header.Partition.System == AlertMachine.Id && header.Type == 3;

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        AlertSaved fact = Read(envelope);
        if (fact.Alert.Channels.Webhook is not { } address) return;
        var news = new AlertNews(AlertNews.NameOf(fact.Change), AlertAnswer.Of(fact.Alert));
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(news, AlertJson.Default.AlertNews);
        string delivery = envelope.Header.Position.ToString(CultureInfo.InvariantCulture);
        await sender.SendAsync(address, fact.Alert.Channels.Secret, delivery, json, cancel);
    }

    private static AlertSaved Read(EventEnvelope envelope)
    {
        var reader = new MessagePackReader(envelope.Payload.Span);
        return AlertSaved.Read(ref reader, envelope.Header.Version);
    }
}
