using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Events;

/// <summary>An export stands so now.</summary>
public readonly record struct JobSaved(ExportJob Job) : IEvent<JobSaved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => Job.Write(ref writer);

    /// <inheritdoc/>
    public static JobSaved Read(ref MessagePackReader reader, byte version) => new(ExportJob.Read(ref reader));
}
