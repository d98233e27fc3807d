using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Catalog.Shell.Insight;

namespace Catalog.Shell.Alerts;

/// <summary>Looks at every rule, again and again: one question to a rollup each. Thread-safe.</summary>
internal sealed partial class AlertEvaluator(
    AlertDesk desk, InsightRegistry insight, ICluster cluster, AlertOptions options, TimeProvider clock,
    ILogger<AlertEvaluator> log)
    : IWorker
{
    private const string Duty = "alert-rules";

    private PeriodicWork? _rounds;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _rounds = new PeriodicWork(TimeSpan.FromSeconds(options.EvaluateSeconds), RoundAsync);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync() => _rounds?.StopAsync() ?? Task.CompletedTask;

    private Task RoundAsync(CancellationToken cancel) =>
        cluster.HasDuty(Duty) ? EvaluateAsync(cancel) : Task.CompletedTask;

    /// <summary>Looks at every rule once.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A rule that cannot be asked must not stop the others.")]
    internal async Task EvaluateAsync(CancellationToken cancel)
    {
        Reply<AlertListing> all = await desk.ListAsync();
        if (!all.HasValue) return;
        foreach (AlertRule rule in all.Value.Rules)
        {
            if (!rule.IsEnabled || insight.Find(rule.System) is not { } source) continue;
            cancel.ThrowIfCancellationRequested();
            try
            {
                (double value, double before) = Read(rule, source, clock.GetUtcNow().ToUnixTimeMilliseconds());
                bool isMet = rule.IsMet(value, before);
                bool isNews = isMet || rule.OpenId != 0 || rule.PendingSinceMs != 0;
                if (isNews) await desk.ObserveAsync(rule.Id, isMet, value);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Broken(log, e, rule.Id, rule.Name);
            }
        }
    }

    /// <summary>The value of a rule's window and of the one before; not a number where there is none.</summary>
    internal static (double Value, double Before) Read(AlertRule rule, IRollupSource source, long nowMs)
    {
        RollupTable table = source.Query(rule.Rollup, QueryOf(rule, nowMs));
        bool isCounted = source.Find(rule.Rollup) is { } spec
            && spec.Measures[spec.FindMeasure(rule.Measure)].Kind is MeasureKind.Count or MeasureKind.Sum;
        double nothing = isCounted ? 0 : double.NaN;
        if (table.RowCount == 0) return (nothing, nothing);
        double before = table.HasPrevious ? table.Previous(0)[0] : double.NaN;
        return (table.Values(0)[0], double.IsNaN(before) ? nothing : before);
    }

    /// <summary>The question a rule asks.</summary>
    internal static RollupQuery QueryOf(AlertRule rule, long nowMs) => new()
    {
        FromMs = nowMs - (rule.WindowMinutes * 60_000L),
        ToMs = nowMs,
        Grain = TimeGrain.All,
        Where = [.. rule.Where.Select(static filter => new RollupFilter(filter.Dimension, filter.Values))],
        Measures = [rule.Measure],
        ComparesPrevious = rule.Comparison is AlertComparison.RisesBy or AlertComparison.FallsBy,
    };

    [LoggerMessage(80, LogLevel.Warning, "Alert rule {Id}, {Name}, cannot be looked at")]
    private static partial void Broken(ILogger logger, Exception error, ulong id, string name);
}
