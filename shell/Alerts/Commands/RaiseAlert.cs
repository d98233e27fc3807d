using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Raises an alert, unless there is one about the same.</summary>
public readonly record struct RaiseAlert(long TimeMs, Alert Alert)
    : ICommand<AlertResult>, IWireCommand<RaiseAlert>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Alert.Write(ref writer);
    }

    /// <inheritdoc/>
    public static RaiseAlert Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RaiseAlert(reader.ReadInt64(), Alert.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
