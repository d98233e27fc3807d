namespace Catalog.Shell.Exports;

/// <summary>
/// Every export that is kept, and every report. Invariants: (1) ids are given out once, ascending; (2) at most
/// <see cref="MaxJobs"/> and <see cref="MaxPlans"/>; (3) <see cref="NextDueMs"/> is the earliest of the plans'. Not
/// thread-safe: its shard alone touches it.
/// </summary>
public sealed class ExportsState
{
    /// <summary>Exports kept; to ask for another forgets the oldest that is over.</summary>
    public const int MaxJobs = 300;

    /// <summary>Reports kept.</summary>
    public const int MaxPlans = 100;

    private readonly SortedDictionary<ulong, ExportJob> _jobs = [];
    private readonly SortedDictionary<ulong, ReportPlan> _plans = [];

    /// <summary>The exports, oldest first.</summary>
    public IReadOnlyCollection<ExportJob> Jobs => _jobs.Values;

    /// <summary>The reports, oldest first.</summary>
    public IReadOnlyCollection<ReportPlan> Plans => _plans.Values;

    /// <summary>The last id given to an export.</summary>
    public ulong LastJobId { get; internal set; }

    /// <summary>The last id given to a report.</summary>
    public ulong LastPlanId { get; internal set; }

    /// <summary>When the next report is due.</summary>
    public long NextDueMs { get; private set; } = long.MaxValue;

    /// <summary>Finds an export.</summary>
    public ExportJob? FindJob(ulong id) => _jobs.GetValueOrDefault(id);

    /// <summary>Finds a report.</summary>
    public ReportPlan? FindPlan(ulong id) => _plans.GetValueOrDefault(id);

    internal void Put(ExportJob job)
    {
        _jobs[job.Id] = job;
        LastJobId = Math.Max(LastJobId, job.Id);
    }

    internal void Put(ReportPlan plan)
    {
        _plans[plan.Id] = plan;
        LastPlanId = Math.Max(LastPlanId, plan.Id);
        FindNext();
    }

    internal void RemoveJob(ulong id) => _jobs.Remove(id);

    internal void RemovePlan(ulong id)
    {
        _plans.Remove(id);
        FindNext();
    }

    private void FindNext() => NextDueMs = _plans.Count == 0 ? long.MaxValue : _plans.Values.Min(static p => p.NextMs);
}
