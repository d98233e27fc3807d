using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Exports.Commands;

namespace Catalog.Shell.Exports;

/// <summary>The way to exports and reports. Thread-safe.</summary>
public sealed class Exporter(SystemHandle<ExportsState> handle, TimeProvider clock)
{
    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Asks for an export.</summary>
    public ValueTask<Reply<ExportResult>> RequestAsync(ExportJob job, IdempotencyKey key = default) =>
        SendAsync(new RequestExport(NowMs, job, key));

    /// <summary>Takes an export up.</summary>
    public ValueTask<Reply<ExportResult>> BeginAsync(ulong id) => SendAsync(new BeginExport(NowMs, id));

    /// <summary>Says what became of it.</summary>
    public ValueTask<Reply<ExportResult>> EndAsync(ulong id, ExportEnding ending) =>
        SendAsync(new EndExport(NowMs, id, ending));

    /// <summary>Cancels an export that is not over.</summary>
    public ValueTask<Reply<ExportResult>> CancelAsync(ulong id) => SendAsync(new CancelExport(NowMs, id));

    /// <summary>Forgets an export.</summary>
    public ValueTask<Reply<ExportResult>> RemoveAsync(ulong id) => SendAsync(new RemoveExport(NowMs, id));

    /// <summary>Adds or replaces a report.</summary>
    public ValueTask<Reply<ExportResult>> SaveAsync(ReportPlan plan, IdempotencyKey key = default) =>
        SendAsync(new SavePlan(NowMs, plan, key));

    /// <summary>Pauses a report, or has it made again.</summary>
    public ValueTask<Reply<ExportResult>> SwitchPlanAsync(ulong id, bool isPaused) =>
        SendAsync(new SwitchPlan(NowMs, id, isPaused));

    /// <summary>Makes a report now as well.</summary>
    public ValueTask<Reply<ExportResult>> RunPlanAsync(ulong id, ulong userId, IdempotencyKey key = default) =>
        SendAsync(new RunPlan(NowMs, id, userId, key));

    /// <summary>Ends a report.</summary>
    public ValueTask<Reply<ExportResult>> RemovePlanAsync(ulong id) => SendAsync(new RemovePlan(NowMs, id));

    /// <summary>Everything there is.</summary>
    public ValueTask<Reply<ExportListing>> ListAsync() =>
        handle.ExecuteAsync<ListExports, ExportListing>(ExportMachine.Partition, new ListExports(NowMs));

    private ValueTask<Reply<ExportResult>> SendAsync<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<ExportResult> =>
        handle.ExecuteAsync<TCommand, ExportResult>(ExportMachine.Partition, in command);
}
