using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Audit.Commands;

/// <summary>Records what an operator did.</summary>
public readonly record struct RecordAudit(long TimeMs, AuditEntry Entry)
    : ICommand<AuditPage>, IWireCommand<RecordAudit>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Entry.Write(ref writer);
    }

    /// <inheritdoc/>
    public static RecordAudit Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RecordAudit(reader.ReadInt64(), AuditEntry.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
