using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Somebody has seen an alert.</summary>
public readonly record struct AcknowledgeAlert(long TimeMs, ulong AlertId, ulong UserId)
    : ICommand<AlertResult>, IWireCommand<AcknowledgeAlert>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(AlertId);
        writer.Write(UserId);
    }

    /// <inheritdoc/>
    public static AcknowledgeAlert Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new AcknowledgeAlert(reader.ReadInt64(), reader.ReadUInt64(), reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
