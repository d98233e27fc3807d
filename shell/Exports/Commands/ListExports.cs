using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Everything there is.</summary>
public readonly record struct ListExports(long TimeMs)
    : IQuery<ExportListing>, IWireCommand<ListExports>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write(TimeMs);
    }

    /// <inheritdoc/>
    public static ListExports Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, 1);
        var command = new ListExports(reader.ReadInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
