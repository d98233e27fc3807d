using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Asks for an export; its id is given to it.</summary>
public readonly record struct RequestExport(long TimeMs, ExportJob Job, IdempotencyKey Idempotency)
    : ICommand<ExportResult>, IWireCommand<RequestExport>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Job.Write(ref writer);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static RequestExport Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RequestExport(
            reader.ReadInt64(),
            ExportJob.Read(ref reader),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
