using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Says what became of an export that was taken up.</summary>
public readonly record struct EndExport(long TimeMs, ulong JobId, ExportEnding Ending)
    : ICommand<ExportResult>, IWireCommand<EndExport>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(JobId);
        Ending.Write(ref writer);
    }

    /// <inheritdoc/>
    public static EndExport Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new EndExport(reader.ReadInt64(), reader.ReadUInt64(), ExportEnding.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
