using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Alerts.Events;

namespace Catalog.Shell.Alerts;

/// <summary>
/// Rules and alerts. One partition, key 0. How long a condition has held, and when a rule was last quiet, are facts, so
/// a restart neither forgets an alert that was about to be raised nor raises one twice.
/// <code>
///              holds             held for long enough
/// quiet ──────────────► pending ──────────────────────► raised ──► (acknowledged) ──► resolved: quiet for a while
///   ▲  holds no more      │                                │  holds no more, or by hand      │
///   └─────────────────────┴────────────────────────────────┴─────────────────────────────────┘
/// </code>
/// </summary>
/// <remarks>Stateless, thread-safe.</remarks>
public sealed partial class AlertMachine : IMachine<AlertsState>
{
    /// <summary>The one partition.</summary>
    public const ulong Partition = 0;

    /// <summary>The machine's wire id.</summary>
    public const byte Id = 253;

    /// <inheritdoc/>
    public byte SystemId => Id;

    /// <inheritdoc/>
    public string Name => "alerts";

    /// <inheritdoc/>
    public AlertsState Create(ulong key) => new();

    /// <inheritdoc/>
    public long NextDueMs(AlertsState state) => long.MaxValue;

    /// <inheritdoc/>
    public void OnDue(AlertsState state, Decision decision)
    {
        // Conditions are looked at by a worker; nothing here waits for a timer.
    }

    /// <inheritdoc/>
    public void Replay(AlertsState state, in EventHeader header, ref MessagePackReader payload)
    {
        switch (header.Type)
        {
            case 1: Apply(state, RuleSaved.Read(ref payload, header.Version), header.TimeMs); break;
            case 2: Apply(state, RuleRemoved.Read(ref payload, header.Version), header.TimeMs); break;
            case 3: Apply(state, AlertSaved.Read(ref payload, header.Version), header.TimeMs); break;
            case 4: Apply(state, DeliverySaved.Read(ref payload, header.Version), header.TimeMs); break;
            case 5: Apply(state, DeliveryEnded.Read(ref payload, header.Version), header.TimeMs); break;
            default: throw new MessagePackFormatException($"The alerts know no fact {header.Type}.");
        }
    }

    /// <inheritdoc/>
    public void Save(AlertsState state, ref MessagePackWriter writer)
    {
        writer.Write(state.LastRuleId);
        writer.Write(state.LastAlertId);
        new AlertListing([.. state.Rules], [.. state.Alerts]).Write(ref writer);
        writer.Write(state.LastDeliveryId);
        new DeliveryListing([.. state.Deliveries]).Write(ref writer);
    }

    /// <inheritdoc/>
    public AlertsState Load(ulong key, ref MessagePackReader reader)
    {
        var state = new AlertsState { LastRuleId = reader.ReadUInt64(), LastAlertId = reader.ReadUInt64() };
        AlertListing all = AlertListing.Read(ref reader);
        foreach (AlertRule rule in all.Rules) state.Put(rule);
        foreach (Alert alert in all.Alerts) state.Put(alert);
        // What was saved before calls of webhooks were kept here ends here.
        if (reader.End) return state;
        state.LastDeliveryId = reader.ReadUInt64();
        foreach (WebhookDelivery delivery in DeliveryListing.Read(ref reader).Deliveries) state.Put(delivery);
        return state;
    }
}
