using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Audit.Events;

/// <summary>An operator did something.</summary>
public readonly record struct AuditRecorded(AuditEntry Entry) : IEvent<AuditRecorded>
{
    /// <inheritdoc/>
    public static ushort TypeId => 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => Entry.Write(ref writer);

    /// <inheritdoc/>
    public static AuditRecorded Read(ref MessagePackReader reader, byte version) => new(AuditEntry.Read(ref reader));
}
