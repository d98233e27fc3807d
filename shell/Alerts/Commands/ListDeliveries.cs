using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Every call of a webhook that is still to be made or was given up.</summary>
public readonly record struct ListDeliveries(long TimeMs)
    : IQuery<DeliveryListing>, IWireCommand<ListDeliveries>
{
    private const int FieldCount = 1;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
    }

    /// <inheritdoc/>
    public static ListDeliveries Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ListDeliveries(reader.ReadInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
