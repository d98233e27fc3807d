using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>A rule is switched on or off, and nothing else about it changes.</summary>
public readonly record struct SwitchRule(long TimeMs, ulong RuleId, ulong UserId, bool IsEnabled)
    : ICommand<AlertResult>, IWireCommand<SwitchRule>
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
        writer.Write(UserId);
        writer.Write(IsEnabled);
    }

    /// <inheritdoc/>
    public static SwitchRule Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new SwitchRule(
            reader.ReadInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadBoolean());
        WireFields.End(ref reader, further);
        return command;
    }
}
