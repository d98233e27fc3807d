using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Says whether a rule's condition holds now.</summary>
public readonly record struct ObserveRule(long TimeMs, ulong RuleId, bool IsMet, double Value)
    : ICommand<AlertResult>, IWireCommand<ObserveRule>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(RuleId);
        writer.Write(IsMet);
        writer.Write(Value);
    }

    /// <inheritdoc/>
    public static ObserveRule Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ObserveRule(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadBoolean(),
            reader.ReadDouble());
        WireFields.End(ref reader, further);
        return command;
    }
}
