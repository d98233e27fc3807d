using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Alerts;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Booking.Advice;

/// <summary>
/// Raises an alert for each showtime that will soon begin too empty, with the price that would bring more, and ends it
/// when the showtime has begun or will do after all.
/// <code>
/// expected below the limit ─► alert ─┬─► begun, cancelled, or expected well above the limit: over by itself
///                                    └─► resolved by somebody: never again for this showtime
/// </code>
/// Of those that are too empty the ones that miss most seats come first; an alert that is there keeps its place as long
/// as it holds. What was raised is asked of the alerts each time, so nothing has to be remembered over a restart.
/// </summary>
/// <remarks>Thread-safe. One look is O(showtimes that start soon).</remarks>
internal sealed partial class LowOccupancyAlerts(
    AdviceWorker worker, AdviceSource source, AlertDesk desk, BookingOptions options, ICluster cluster,
    ILogger<LowOccupancyAlerts> log) : IWorker
{
    /// <summary>An alert ends only so far above the limit, so that it does not come and go around it.</summary>
    private const double Margin = 0.02;

    private const string Duty = "low-occupancy";
    private const string SystemName = "booking";
    private const long HourMs = 60 * 60 * 1000;
    private PeriodicWork? _rounds;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        TimeSpan every = TimeSpan.FromSeconds(options.LowOccupancyCheckSeconds);
        if (options.LowOccupancyMaxAlerts > 0) _rounds = new PeriodicWork(every, TryLookAsync);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync() => _rounds?.StopAsync() ?? Task.CompletedTask;

    /// <summary>Looks once at all showtimes that start soon.</summary>
    internal async Task LookAsync(CancellationToken cancel)
    {
        // Models of nothing would end what trained ones raised before a restart.
        if (!worker.IsTrained || !cluster.HasDuty(Duty)) return;
        await source.WaitAsync(cancel);
        Reply<AlertListing> all = await desk.ListAsync();
        if (!all.HasValue) return;
        BookingAdvisor models = source.Models;
        Dictionary<string, LowShow> low = Find(models);
        HashSet<string> taken = [];
        int open = 0;
        foreach (Alert alert in all.Value.Alerts)
        {
            if (alert.System != SystemName || !LowOccupancyText.IsKey(alert.Key)) continue;
            bool isResolvedByHand = alert.IsOver && alert.ResolvedBy != 0;
            if (isResolvedByHand) taken.Add(alert.Key);
            if (alert.IsOver) continue;
            taken.Add(alert.Key);
            if (low.ContainsKey(alert.Key)) open++;
            else await desk.EndAsync(SystemName, alert.Key);
        }

        foreach ((string key, LowShow each) in Worst(low, taken, options.LowOccupancyMaxAlerts - open))
        {
            cancel.ThrowIfCancellationRequested();
            UpcomingShowtime show = each.Show;
            PriceAdvice advice = models.Advise(in show, source.NowMs);
            await desk.RaiseAsync(LowOccupancyText.AlertOf(key, in show, advice, options.Currency));
        }
    }

    /// <summary>Showtimes that are or may stay alerts, by the alerts' keys.</summary>
    private Dictionary<string, LowShow> Find(BookingAdvisor models)
    {
        double limit = options.LowOccupancyPercent / 100.0;
        long nowMs = source.NowMs;
        long untilMs = nowMs + (options.LowOccupancyHours * HourMs);
        return source.Use(untilMs, (models, nowMs, limit), static (shows, ask) =>
        {
            var low = new Dictionary<string, LowShow>(StringComparer.Ordinal);
            foreach (ref readonly UpcomingShowtime show in shows.Span)
            {
                double occupancy = ask.models.Forecast(in show, ask.nowMs).Occupancy;
                if (occupancy >= ask.limit + Margin) continue;
                double missing = (ask.limit - occupancy) * show.Capacity;
                low.Add(LowOccupancyText.KeyOf(show.Id), new LowShow(show, missing));
            }

            return low;
        });
    }

    private static IEnumerable<KeyValuePair<string, LowShow>> Worst(
        Dictionary<string, LowShow> low, HashSet<string> taken, int count) => low
        .Where(each => each.Value.MissingSeats > 0 && !taken.Contains(each.Key))
        .OrderByDescending(static each => each.Value.MissingSeats)
        .ThenBy(static each => each.Value.Show.Id)
        .Take(Math.Max(0, count))
        .ToArray();

    [SuppressMessage("Design", "CA1031", Justification = "A look that fails must not be the last one.")]
    private async Task TryLookAsync(CancellationToken cancel)
    {
        try
        {
            await LookAsync(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure);
        }
    }

    [LoggerMessage(62, LogLevel.Error, "Showtimes that are too empty could not be looked for")]
    private static partial void Failed(ILogger logger, Exception failure);
}
