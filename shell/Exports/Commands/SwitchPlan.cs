using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Commands;

/// <summary>A report is paused, or made again from its next time on.</summary>
public readonly record struct SwitchPlan(long TimeMs, ulong PlanId, bool IsPaused)
    : ICommand<ExportResult>, IWireCommand<SwitchPlan>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PlanId);
        writer.Write(IsPaused);
    }

    /// <inheritdoc/>
    public static SwitchPlan Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new SwitchPlan(reader.ReadInt64(), reader.ReadUInt64(), reader.ReadBoolean());
        WireFields.End(ref reader, further);
        return command;
    }
}
