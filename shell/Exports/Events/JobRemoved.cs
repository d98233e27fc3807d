using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Events;

/// <summary>An export is forgotten.</summary>
public readonly record struct JobRemoved(ulong JobId) : IEvent<JobRemoved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 2;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => writer.Write(JobId);

    /// <inheritdoc/>
    public static JobRemoved Read(ref MessagePackReader reader, byte version) => new(reader.ReadUInt64());
}
