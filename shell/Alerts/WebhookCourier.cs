using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Alerts.Contracts;
using Catalog.Shell.Events;

namespace Catalog.Shell.Alerts;

/// <summary>
/// Calls the webhooks of alerts. Each address has a lane of its own, in which calls are made one after the other, in
/// order; a bounded number of lanes calls at once, and each call has a deadline. One that hangs or fails therefore
/// delays what goes to the same address, and nothing else.
/// <code>
/// queued by the alert's fact ─► tried ─┬─► 2xx: done
///          ▲                    ▲      └─► failed: wait, twice as long each time
///          │                    └───────────┘  │ too often
///          └──── somebody has it tried again ◄─┴─► set aside; the lane goes on
/// </code>
/// What is to be called is the state of the alerts' machine, so a restart goes on with it; a call may then be made
/// twice, under the same <c>Catalog-Delivery</c>, and its attempts are counted anew.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class WebhookCourier(
    WebhookSender sender, AlertDesk desk, EventHost events, AlertOptions options, ILogger<WebhookCourier> log)
    : IWorker
{
    private const int LongestPauseMs = 60_000;
    private const int MaxError = 500;
    private static readonly Meter Meter = new("Catalog.Alerts");
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "catalog.webhook.calls", "{call}", "Calls of webhooks, by what came of them");

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _slots = new(options.WebhooksAtOnce, options.WebhooksAtOnce);
    private readonly Dictionary<string, Task> _lanes = new(StringComparer.Ordinal);
    private EventSubscription? _tail;
    private Task _loop = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        // An alert that changed, a call that was set aside or is to be tried again.
        _tail = events.Tail.Subscribe(
            capacity: 1, static header => header.Partition.System == AlertMachine.Id && header.Type is 3 or 4);
        _loop = RunAsync(_tail);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        _tail?.Dispose();
        await _loop;
        Task[] lanes;
        lock (_lanes) lanes = [.. _lanes.Values];
        await Task.WhenAll(lanes);
    }

    private async Task RunAsync(EventSubscription tail)
    {
        do await OpenLanesAsync();
        while (!_stop.IsCancellationRequested && await tail.ReadAsync() is not null);
    }

    /// <summary>Opens a lane for each address that has something waiting and no lane.</summary>
    private async Task OpenLanesAsync()
    {
        Reply<DeliveryListing> all = await desk.ListDeliveriesAsync();
        if (!all.HasValue) return;
        lock (_lanes)
        {
            foreach (WebhookDelivery delivery in all.Value.Deliveries)
            {
                bool isWaiting = !delivery.IsParked && !_stop.IsCancellationRequested;
                if (isWaiting && !_lanes.ContainsKey(delivery.Address))
                    _lanes.Add(delivery.Address, Task.Run(() => RunLaneAsync(delivery.Address)));
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A lane that fails must not keep its address for ever.")]
    private async Task RunLaneAsync(string address)
    {
        try
        {
            while (await NextAsync(address) is { } delivery) await DeliverAsync(delivery);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            Broken(log, failure);
            await Task.Delay(LongestPauseMs, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        lock (_lanes) _lanes.Remove(address);
        // What came between the last look and here has no lane yet.
        await OpenLanesAsync();
    }

    private async ValueTask<WebhookDelivery?> NextAsync(string address)
    {
        _stop.Token.ThrowIfCancellationRequested();
        Reply<DeliveryListing> all = await desk.ListDeliveriesAsync();
        return all.HasValue
            ? Array.Find(all.Value.Deliveries, each => !each.IsParked && each.Address == address)
            : null;
    }

    private async Task DeliverAsync(WebhookDelivery delivery)
    {
        string? error = null;
        int attempts = 0;
        while (attempts < options.WebhookAttempts)
        {
            if (attempts > 0) await Task.Delay(PauseAfter(attempts), _stop.Token);
            attempts++;
            error = await TryAsync(delivery);
            Calls.Add(1, new KeyValuePair<string, object?>("outcome", error is null ? "done" : "failed"));
            if (error is null) break;
        }

        // Where that cannot be written, it is called again: after a pause, so as not to do so in a circle.
        while (!(await desk.EndDeliveryAsync(delivery.Id, attempts, error)).HasValue)
            await Task.Delay(LongestPauseMs, _stop.Token);
        if (error is not null) SetAside(log, delivery.Id, delivery.Alert.Id, attempts, error);
    }

    /// <summary>Calls once; why it failed, or null.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "However a call fails, it is tried again and then set aside.")]
    private async Task<string?> TryAsync(WebhookDelivery delivery)
    {
        var news = new AlertNews(AlertNews.NameOf(delivery.Change), AlertAnswer.Of(delivery.Alert));
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(news, AlertJson.Default.AlertNews);
        string name = delivery.Id.ToString(CultureInfo.InvariantCulture);
        await _slots.WaitAsync(_stop.Token);
        try
        {
            await sender.SendAsync(delivery.Address, delivery.Alert.Channels.Secret, name, json, _stop.Token);
            return null;
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            return $"It did not answer within {options.WebhookSeconds} s.";
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            string text = failure.InnerException is HttpRequestException inner ? inner.Message : failure.Message;
            return text.Length <= MaxError ? text : text[..MaxError];
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Doubles up to a minute, shortened by up to a half so that many do not come back together.</summary>
    private TimeSpan PauseAfter(int attempts)
    {
        double full = Math.Min(LongestPauseMs, options.WebhookRetryMs * Math.Pow(2, attempts - 1));
        return TimeSpan.FromMilliseconds(full * (1 - (Random.Shared.NextDouble() / 2)));
    }

    [LoggerMessage(81, LogLevel.Warning, "Webhook call {Id} of alert {AlertId} failed {Attempts} times: {Error}")]
    private static partial void SetAside(ILogger logger, ulong id, ulong alertId, int attempts, string error);

    [LoggerMessage(82, LogLevel.Error, "A webhook cannot be called")]
    private static partial void Broken(ILogger logger, Exception error);
}
