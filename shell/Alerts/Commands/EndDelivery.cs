using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>What became of a call of a webhook: made when there is no error, given up otherwise.</summary>
public readonly record struct EndDelivery(long TimeMs, ulong DeliveryId, int Attempts, string? Error)
    : ICommand<AlertResult>, IWireCommand<EndDelivery>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(DeliveryId);
        writer.Write((long)Attempts);
        writer.WriteStringOrNil(Error);
    }

    /// <inheritdoc/>
    public static EndDelivery Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new EndDelivery(
            reader.ReadInt64(), reader.ReadUInt64(), reader.ReadInt32(), reader.ReadStringOrNil());
        WireFields.End(ref reader, further);
        return command;
    }
}
