using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Commands;

/// <summary>A report is made now as well, for the whole days before; its next time stays as it is.</summary>
public readonly record struct RunPlan(long TimeMs, ulong PlanId, ulong UserId, IdempotencyKey Idempotency)
    : ICommand<ExportResult>, IWireCommand<RunPlan>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PlanId);
        writer.Write(UserId);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static RunPlan Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RunPlan(
            reader.ReadInt64(), reader.ReadUInt64(), reader.ReadUInt64(), IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
