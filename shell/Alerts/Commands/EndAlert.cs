using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>What a system raised an alert about is over.</summary>
public readonly record struct EndAlert(long TimeMs, string System, string Key)
    : ICommand<AlertResult>, IWireCommand<EndAlert>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(System);
        writer.Write(Key);
    }

    /// <inheritdoc/>
    public static EndAlert Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new EndAlert(reader.ReadInt64(), reader.ReadString(), reader.ReadString());
        WireFields.End(ref reader, further);
        return command;
    }
}
