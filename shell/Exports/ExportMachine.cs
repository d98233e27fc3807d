using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;
using Catalog.Shell.Exports.Events;

namespace Catalog.Shell.Exports;

/// <summary>
/// Which exports were asked for and what became of them, and which reports are made when. One partition, key 0. A
/// report that is due becomes an export in the same fact that sets its next time, so every period has exactly one,
/// however often the process was stopped in between.
/// </summary>
/// <remarks>Stateless, thread-safe.</remarks>
public sealed partial class ExportMachine : IMachine<ExportsState>
{
    /// <summary>The one partition.</summary>
    public const ulong Partition = 0;

    /// <summary>The machine's wire id.</summary>
    public const byte Id = 251;

    /// <summary>Periods of one report that are made up for after a long stop; earlier ones are passed over.</summary>
    private const int MaxCaughtUp = 7;

    /// <inheritdoc/>
    public byte SystemId => Id;

    /// <inheritdoc/>
    public string Name => "exports";

    /// <inheritdoc/>
    public ExportsState Create(ulong key) => new();

    /// <inheritdoc/>
    public long NextDueMs(ExportsState state) => state.NextDueMs;

    /// <inheritdoc/>
    public void OnDue(ExportsState state, Decision decision)
    {
        foreach (ReportPlan plan in state.Plans.Where(plan => plan.NextMs <= decision.TimeMs).ToArray())
        {
            long dueMs = plan.NextMs;
            long earliest = plan.NextAfter(decision.TimeMs) - (MaxCaughtUp * plan.PeriodMs);
            while (dueMs < earliest) dueMs = plan.NextAfter(dueMs);
            for (; dueMs <= decision.TimeMs; dueMs = plan.NextAfter(dueMs))
            {
                MakeRoom(state, decision);
                decision.EmitUpkeep(this, state, new ReportDue(
                    plan.Id, JobOf(plan, state.LastJobId + 1, dueMs, decision.TimeMs), plan.NextAfter(dueMs)));
            }
        }
    }

    /// <inheritdoc/>
    public void Replay(ExportsState state, in EventHeader header, ref MessagePackReader payload)
    {
        switch (header.Type)
        {
            case 1: Apply(state, JobSaved.Read(ref payload, header.Version), header.TimeMs); break;
            case 2: Apply(state, JobRemoved.Read(ref payload, header.Version), header.TimeMs); break;
            case 3: Apply(state, PlanSaved.Read(ref payload, header.Version), header.TimeMs); break;
            case 4: Apply(state, PlanRemoved.Read(ref payload, header.Version), header.TimeMs); break;
            case 5: Apply(state, ReportDue.Read(ref payload, header.Version), header.TimeMs); break;
            default: throw new MessagePackFormatException($"The exports know no fact {header.Type}.");
        }
    }

    /// <inheritdoc/>
    public void Save(ExportsState state, ref MessagePackWriter writer)
    {
        writer.Write(state.LastJobId);
        writer.Write(state.LastPlanId);
        new Commands.ExportListing([.. state.Jobs], [.. state.Plans]).Write(ref writer);
    }

    /// <inheritdoc/>
    public ExportsState Load(ulong key, ref MessagePackReader reader)
    {
        var state = new ExportsState { LastJobId = reader.ReadUInt64(), LastPlanId = reader.ReadUInt64() };
        Commands.ExportListing all = Commands.ExportListing.Read(ref reader);
        foreach (ExportJob job in all.Jobs) state.Put(job);
        foreach (ReportPlan plan in all.Plans) state.Put(plan);
        return state;
    }

    private static ExportJob JobOf(ReportPlan plan, ulong id, long dueMs, long nowMs) => new()
    {
        Id = id,
        UserId = plan.UserId,
        Source = plan.Source,
        Arguments = plan.Arguments,
        Format = plan.Format,
        Title = plan.Title,
        RequestedMs = nowMs,
        ReportId = plan.Id,
        PeriodEndMs = dueMs,
        PeriodDays = plan.Weekday is null ? 1 : 7,
    };
}
