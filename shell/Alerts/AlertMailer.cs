using System.Globalization;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;
using Catalog.Shell.Alerts.Events;
using Catalog.Shell.Mail;

namespace Catalog.Shell.Alerts;

/// <summary>
/// Writes a mail to everybody an alert is for, when it is raised and when it is over. One call at a time.
/// </summary>
internal sealed class AlertMailer(Outbox outbox) : IEventConsumer
{
    /// <inheritdoc/>
    public string Name => AlertConsumers.Mails;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) => header.Partition.System == AlertMachine.Id && header.Type == 3;

    /// <inheritdoc/>
    public ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        EventHeader header = envelope.Header;
        var reader = new MessagePackReader(envelope.Payload.Span);
        AlertSaved fact = AlertSaved.Read(ref reader, header.Version);
        if (fact.Change == AlertChange.Acknowledged) return default;
        Alert alert = fact.Alert;
        for (int i = 0; i < alert.Channels.Mails.Count; i++)
        {
            outbox.Write(new OutboxMail
            {
                Position = header.Position + i,
                Kind = "alert",
                TimeMs = header.TimeMs,
                ToName = alert.Channels.Mails[i],
                ToAddress = alert.Channels.Mails[i],
                Subject = (alert.IsOver ? "Resolved: " : $"{alert.Severity}: ") + alert.Title,
                Text = TextOf(alert),
            });
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask FlushAsync(CancellationToken cancel)
    {
        outbox.Sync();
        return default;
    }

    private static string TextOf(Alert alert)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string details = string.Concat(alert.Details.Select(static each => $"{each.Key}: {each.Value}\n"));
        string end = alert.IsOver
            ? string.Create(culture, $"\nIt lasted {(alert.ResolvedMs - alert.RaisedMs) / 60_000} minutes.\n")
            : "";
        return $"{alert.Text}\n{details}{end}\nAlert {alert.Id.ToString(culture)}, {alert.System}\n";
    }
}
