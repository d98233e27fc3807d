using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Every rule and alert.</summary>
public readonly record struct ListAlerts(long TimeMs)
    : IQuery<AlertListing>, IWireCommand<ListAlerts>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write(TimeMs);
    }

    /// <inheritdoc/>
    public static ListAlerts Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, 1);
        var command = new ListAlerts(reader.ReadInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
