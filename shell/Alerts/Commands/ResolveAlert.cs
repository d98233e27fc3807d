using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>An alert is over.</summary>
public readonly record struct ResolveAlert(long TimeMs, ulong AlertId, ulong UserId, string? Note)
    : ICommand<AlertResult>, IWireCommand<ResolveAlert>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(AlertId);
        writer.Write(UserId);
        writer.WriteStringOrNil(Note);
    }

    /// <inheritdoc/>
    public static ResolveAlert Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ResolveAlert(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadStringOrNil());
        WireFields.End(ref reader, further);
        return command;
    }
}
