using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Audit.Commands;

/// <summary>Looks through a day, newest first.</summary>
/// <param name="TimeMs">Now.</param>
/// <param name="Before">Only entries with a smaller number.</param>
/// <param name="Limit">As many at most.</param>
/// <param name="Filter">Which.</param>
public readonly record struct ReadAudit(long TimeMs, int Before, int Limit, AuditFilter Filter)
    : IQuery<AuditPage>, IWireCommand<ReadAudit>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(Before);
        writer.Write(Limit);
        Filter.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ReadAudit Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadAudit(
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadInt32(),
            AuditFilter.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
