using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Forgets an export.</summary>
public readonly record struct RemoveExport(long TimeMs, ulong JobId)
    : ICommand<ExportResult>, IWireCommand<RemoveExport>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(JobId);
    }

    /// <inheritdoc/>
    public static RemoveExport Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RemoveExport(reader.ReadInt64(), reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
