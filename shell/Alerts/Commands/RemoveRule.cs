using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Removes a rule; its alert is over.</summary>
public readonly record struct RemoveRule(long TimeMs, ulong RuleId, ulong UserId)
    : ICommand<AlertResult>, IWireCommand<RemoveRule>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(RuleId);
        writer.Write(UserId);
    }

    /// <inheritdoc/>
    public static RemoveRule Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RemoveRule(reader.ReadInt64(), reader.ReadUInt64(), reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
