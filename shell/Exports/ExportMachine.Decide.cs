using Catalog.Engine.Core.Machines;
using Catalog.Shell.Exports.Commands;
using Catalog.Shell.Exports.Events;

namespace Catalog.Shell.Exports;

/// <content>Commands, and how facts change the exports.</content>
public sealed partial class ExportMachine :
    IDecider<ExportsState, RequestExport, ExportResult>,
    IDecider<ExportsState, BeginExport, ExportResult>,
    IDecider<ExportsState, EndExport, ExportResult>,
    IDecider<ExportsState, CancelExport, ExportResult>,
    IDecider<ExportsState, RemoveExport, ExportResult>,
    IDecider<ExportsState, SavePlan, ExportResult>,
    IDecider<ExportsState, SwitchPlan, ExportResult>,
    IDecider<ExportsState, RunPlan, ExportResult>,
    IDecider<ExportsState, RemovePlan, ExportResult>,
    IDecider<ExportsState, ListExports, ExportListing>,
    IApplier<ExportsState, JobSaved>,
    IApplier<ExportsState, JobRemoved>,
    IApplier<ExportsState, PlanSaved>,
    IApplier<ExportsState, PlanRemoved>,
    IApplier<ExportsState, ReportDue>
{
    /// <inheritdoc/>
    public ExportResult Decide(ExportsState state, in RequestExport command, Decision decision)
    {
        if (!MakeRoom(state, decision)) return new(ExportOutcome.Full, 0);
        ExportJob job = command.Job with { Id = state.LastJobId + 1, RequestedMs = decision.TimeMs };
        decision.Emit(this, state, new JobSaved(job));
        return new(ExportOutcome.Done, job.Id);
    }

    /// <inheritdoc/>
    public ExportResult Decide(ExportsState state, in BeginExport command, Decision decision)
    {
        if (state.FindJob(command.JobId) is not { } job) return new(ExportOutcome.Unknown, command.JobId);
        if (job.IsOver) return new(ExportOutcome.Over, job.Id);
        decision.Emit(this, state, new JobSaved(
            job with { State = ExportState.Running, Attempts = job.Attempts + 1 }));
        return new(ExportOutcome.Done, job.Id);
    }

    /// <inheritdoc/>
    public ExportResult Decide(ExportsState state, in EndExport command, Decision decision)
    {
        if (state.FindJob(command.JobId) is not { } job) return new(ExportOutcome.Unknown, command.JobId);
        if (job.IsOver) return new(ExportOutcome.Over, job.Id);
        ExportEnding ending = command.Ending;
        decision.Emit(this, state, new JobSaved(job with
        {
            State = ending.State,
            RowCount = ending.RowCount,
            SizeBytes = ending.SizeBytes,
            Error = ending.Error,
            EndedMs = decision.TimeMs,
        }));
        return new(ExportOutcome.Done, job.Id);
    }

    /// <inheritdoc/>
    public ExportResult Decide(ExportsState state, in CancelExport command, Decision decision)
    {
        if (state.FindJob(command.JobId) is not { } job) return new(ExportOutcome.Unknown, command.JobId);
        if (job.IsOver) return new(ExportOutcome.Over, job.Id);
        decision.Emit(this, state, new JobSaved(
            job with { State = ExportState.Cancelled, EndedMs = decision.TimeMs }));
        return new(ExportOutcome.Done, job.Id);
    }

    /// <inheritdoc/>
    public ExportResult Decide(ExportsState state, in RemoveExport command, Decision decision)
    {
        if (state.FindJob(command.JobId) is null) return new(ExportOutcome.Unknown, command.JobId);
        decision.Emit(this, state, new JobRemoved(command.JobId));
        return new(ExportOutcome.Done, command.JobId);
    }

    /// <inheritdoc/>
    public ExportResult Decide(ExportsState state, in SavePlan command, Decision decision)
    {
        ReportPlan plan = command.Plan;
        bool isPaused = state.FindPlan(plan.Id) is { IsPaused: true };
        if (plan.Id == 0)
        {
            if (state.Plans.Count >= ExportsState.MaxPlans) return new(ExportOutcome.Full, 0);
            plan = plan with { Id = state.LastPlanId + 1 };
        }
        else if (state.FindPlan(plan.Id) is null)
        {
            return new(ExportOutcome.Unknown, plan.Id);
        }

        long nextMs = isPaused ? ReportPlan.Never : plan.NextAfter(decision.TimeMs);
        decision.Emit(this, state, new PlanSaved(plan with { NextMs = nextMs }));
        return new(ExportOutcome.Done, plan.Id);
    }

    /// <inheritdoc/>
    public ExportResult Decide(ExportsState state, in SwitchPlan command, Decision decision)
    {
        if (state.FindPlan(command.PlanId) is not { } plan) return new(ExportOutcome.Unknown, command.PlanId);
        if (plan.IsPaused == command.IsPaused) return new(ExportOutcome.Done, plan.Id);
        long nextMs = command.IsPaused ? ReportPlan.Never : plan.NextAfter(decision.TimeMs);
        decision.Emit(this, state, new PlanSaved(plan with { NextMs = nextMs }));
        return new(ExportOutcome.Done, plan.Id);
    }

    /// <inheritdoc/>
    public ExportResult Decide(ExportsState state, in RunPlan command, Decision decision)
    {
        if (state.FindPlan(command.PlanId) is not { } plan) return new(ExportOutcome.Unknown, command.PlanId);
        if (!MakeRoom(state, decision)) return new(ExportOutcome.Full, 0);
        ExportJob job = JobOf(plan, state.LastJobId + 1, decision.TimeMs, decision.TimeMs);
        decision.Emit(this, state, new JobSaved(job with { UserId = command.UserId }));
        return new(ExportOutcome.Done, plan.Id);
    }

    /// <inheritdoc/>
    public ExportResult Decide(ExportsState state, in RemovePlan command, Decision decision)
    {
        if (state.FindPlan(command.PlanId) is null) return new(ExportOutcome.Unknown, command.PlanId);
        decision.Emit(this, state, new PlanRemoved(command.PlanId));
        return new(ExportOutcome.Done, command.PlanId);
    }

    /// <inheritdoc/>
    public ExportListing Decide(ExportsState state, in ListExports command, Decision decision) =>
        new([.. state.Jobs], [.. state.Plans]);

    /// <inheritdoc/>
    public void Apply(ExportsState state, in JobSaved fact, long timeMs) => state.Put(fact.Job);

    /// <inheritdoc/>
    public void Apply(ExportsState state, in JobRemoved fact, long timeMs) => state.RemoveJob(fact.JobId);

    /// <inheritdoc/>
    public void Apply(ExportsState state, in PlanSaved fact, long timeMs) => state.Put(fact.Plan);

    /// <inheritdoc/>
    public void Apply(ExportsState state, in PlanRemoved fact, long timeMs) => state.RemovePlan(fact.PlanId);

    /// <inheritdoc/>
    public void Apply(ExportsState state, in ReportDue fact, long timeMs)
    {
        state.Put(fact.Job);
        if (state.FindPlan(fact.PlanId) is { } plan) state.Put(plan with { NextMs = fact.NextMs });
    }

    /// <summary>Forgets the oldest that is over where there would be too many; false when none is.</summary>
    private bool MakeRoom(ExportsState state, Decision decision)
    {
        if (state.Jobs.Count < ExportsState.MaxJobs) return true;
        ExportJob? oldest = state.Jobs.FirstOrDefault(static job => job.IsOver);
        if (oldest is null) return false;
        decision.EmitUpkeep(this, state, new JobRemoved(oldest.Id));
        return true;
    }
}
