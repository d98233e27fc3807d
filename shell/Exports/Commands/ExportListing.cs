using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Every export and report, oldest first.</summary>
/// <param name="Jobs">The exports.</param>
/// <param name="Plans">The reports.</param>
public readonly record struct ExportListing(ExportJob[] Jobs, ReportPlan[] Plans) : IResult<ExportListing>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Jobs.Length);
        foreach (ExportJob job in Jobs) job.Write(ref writer);
        writer.WriteArrayHeader(Plans.Length);
        foreach (ReportPlan plan in Plans) plan.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ExportListing Read(ref MessagePackReader reader)
    {
        var jobs = new ExportJob[reader.ReadArrayHeader()];
        for (int i = 0; i < jobs.Length; i++) jobs[i] = ExportJob.Read(ref reader);
        var plans = new ReportPlan[reader.ReadArrayHeader()];
        for (int i = 0; i < plans.Length; i++) plans[i] = ReportPlan.Read(ref reader);
        return new ExportListing(jobs, plans);
    }
}
