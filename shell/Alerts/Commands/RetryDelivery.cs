using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>A call of a webhook that was given up is to be tried again.</summary>
public readonly record struct RetryDelivery(long TimeMs, ulong DeliveryId)
    : ICommand<AlertResult>, IWireCommand<RetryDelivery>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(DeliveryId);
    }

    /// <inheritdoc/>
    public static RetryDelivery Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RetryDelivery(reader.ReadInt64(), reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
