using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Events;

/// <summary>A report is made so from now on.</summary>
public readonly record struct PlanSaved(ReportPlan Plan) : IEvent<PlanSaved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 3;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => Plan.Write(ref writer);

    /// <inheritdoc/>
    public static PlanSaved Read(ref MessagePackReader reader, byte version) => new(ReportPlan.Read(ref reader));
}
