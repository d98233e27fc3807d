using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Commands;

/// <summary>An export is not wanted any more; it is kept in the list.</summary>
public readonly record struct CancelExport(long TimeMs, ulong JobId)
    : ICommand<ExportResult>, IWireCommand<CancelExport>
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
    public static CancelExport Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new CancelExport(reader.ReadInt64(), reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
