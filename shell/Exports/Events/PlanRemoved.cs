using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Events;

/// <summary>A report is not made any more.</summary>
public readonly record struct PlanRemoved(ulong PlanId) : IEvent<PlanRemoved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 4;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => writer.Write(PlanId);

    /// <inheritdoc/>
    public static PlanRemoved Read(ref MessagePackReader reader, byte version) => new(reader.ReadUInt64());
}
