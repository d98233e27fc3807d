using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Events;

/// <summary>A report's period has ended: it is made, once, as the export given.</summary>
public readonly record struct ReportDue(ulong PlanId, ExportJob Job, long NextMs) : IEvent<ReportDue>
{
    /// <inheritdoc/>
    public static ushort TypeId => 5;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(PlanId);
        Job.Write(ref writer);
        writer.Write(NextMs);
    }

    /// <inheritdoc/>
    public static ReportDue Read(ref MessagePackReader reader, byte version) =>
        new(reader.ReadUInt64(), ExportJob.Read(ref reader), reader.ReadInt64());
}
