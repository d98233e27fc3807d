using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;
using Catalog.Shell.Exports.Commands;
using Catalog.Shell.Exports.Pdf;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Exports;

/// <summary>
/// Writes the files, one at a time, oldest first. What was under way when the process ended is begun again at the next
/// start, three times at most.
/// <code>
/// queued ─► running ─► file ─► (report: mails) ─► done        told by the journal, after each fact
/// </code>
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class ExportRunner(
    Exporter exporter,
    ExportSources sources,
    ExportFiles files,
    ReportMailer mailer,
    EventHost events,
    ICluster cluster,
    TimeProvider clock,
    ILogger<ExportRunner> log)
    : IWorker
{
    private const string Duty = "exports";
    private const int MaxAttempts = 3;
    private static readonly TimeSpan DutyInterval = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<ulong, long> _progress = new();
    private readonly ConcurrentDictionary<ulong, CancellationTokenSource> _running = new();
    private readonly ConcurrentDictionary<ulong, long> _expected = new();
    private EventSubscription? _tail;
    private Task _loop = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _tail = events.Tail.Subscribe(
            capacity: 1, static header => header.Partition.System == ExportMachine.Id && header.Type is 1 or 5);
        _loop = RunAsync(_tail);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        _tail?.Dispose();
        await _loop;
    }

    /// <summary>
    /// Rows written of an export that is running, and about how many there are; 0 where nobody knows.
    /// </summary>
    internal (long Rows, long Expected) ProgressOf(ulong id) =>
        (_progress.GetValueOrDefault(id), _expected.GetValueOrDefault(id));

    /// <summary>Ends an export that is running.</summary>
    internal void Stop(ulong id)
    {
        if (_running.TryGetValue(id, out CancellationTokenSource? running)) running.Cancel();
    }

    private async Task RunAsync(EventSubscription tail)
    {
        await TryAsync(() => files.AdoptAsync(_stop.Token));
        do
        {
            await WaitForDutyAsync();
            while (!_stop.IsCancellationRequested && await NextAsync() is { } job) await WriteAsync(job);
        }
        while (!_stop.IsCancellationRequested && await tail.ReadAsync() is not null);
    }

    /// <summary>One server writes for all; the others look now and then whether it has become theirs.</summary>
    private async Task WaitForDutyAsync()
    {
        while (!cluster.HasDuty(Duty) && !_stop.IsCancellationRequested)
            await Task.Delay(DutyInterval, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async ValueTask<ExportJob?> NextAsync()
    {
        Reply<ExportListing> reply = await exporter.ListAsync();
        if (!reply.HasValue) return null;
        ExportJob? next = reply.Value.Jobs.FirstOrDefault(static job => !job.IsOver);
        if (next is not null)
            await TryAsync(() => files.TidyAsync(clock.GetUtcNow(), reply.Value.Jobs, _stop.Token));
        return next;
    }

    // Tidying can wait until the store answers again.
    private async Task TryAsync(Func<Task> tidy)
    {
        try
        {
            await tidy();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or OperationCanceledException)
        {
            if (!_stop.IsCancellationRequested) Untidy(log, e);
        }
    }

    private async Task WriteAsync(ExportJob job)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        _running[job.Id] = cancel;
        ExportEnding? ending = null;
        try
        {
            Reply<ExportResult> begun = await exporter.BeginAsync(job.Id);
            if (begun is not { HasValue: true, Value.Outcome: ExportOutcome.Done }) return;
            ending = job.Attempts >= MaxAttempts
                ? Failed("It was interrupted three times.")
                : await TryWriteAsync(job, cancel.Token);
        }
        finally
        {
            _running.TryRemove(job.Id, out _);
            if (ending is { } known) await exporter.EndAsync(job.Id, known);
            _progress.TryRemove(job.Id, out _);
            _expected.TryRemove(job.Id, out _);
        }
    }

    /// <returns>Null when the server stops: it is begun again.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a source throws, the next export must not wait.")]
    private async Task<ExportEnding?> TryWriteAsync(ExportJob job, CancellationToken cancel)
    {
        try
        {
            (long rows, long size) = await MakeAsync(job, cancel);
            if (job.ReportId != 0) await mailer.SendAsync(job, rows, size, cancel);
            return new ExportEnding(ExportState.Done, rows, size, null);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return _stop.IsCancellationRequested ? null : new ExportEnding(ExportState.Cancelled, 0, 0, null);
        }
        catch (ExportTooLargeException e)
        {
            return Failed(e.Message);
        }
        catch (Exception e)
        {
            Broken(log, e, job.Id, job.Source);
            return Failed("It could not be written; the log says why.");
        }
    }

    private async Task<(long Rows, long Size)> MakeAsync(ExportJob job, CancellationToken cancel)
    {
        if (sources.Find(job.Source) is not { } source)
            throw new InvalidOperationException($"There is no '{job.Source}' any more.");
        ExportArguments arguments = ReportPeriod.Narrow(job, source);
        ExportTable table = await source.OpenAsync(arguments, cancel);
        _expected[job.Id] = table.ExpectedRows ?? 0;
        long rows = 0;
        long size = await files.WriteAsync(job, async (file, stop) => rows = await FillAsync(file, stop), cancel);
        return (rows, size);

        Task<long> FillAsync(Stream file, CancellationToken stop) => job.Format == ExportFormat.Pdf
            ? PdfExport.WriteAsync(new PdfHead(job.Title, arguments, clock.GetUtcNow()), table, file, Note, stop)
            : CsvExport.WriteAsync(table, file, Note, stop);

        void Note(long count) => _progress[job.Id] = count;
    }

    private static ExportEnding Failed(string error) => new(ExportState.Failed, 0, 0, error);

    [LoggerMessage(60, LogLevel.Error, "Export {Id} of {Source} failed")]
    private static partial void Broken(ILogger logger, Exception error, ulong id, string source);

    [LoggerMessage(61, LogLevel.Warning, "Exported files could not be tidied up")]
    private static partial void Untidy(ILogger logger, Exception error);
}
