using System.Text.Json;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Alerts.Contracts;
using Catalog.Shell.Alerts.Events;
using Catalog.Shell.Events;
using Catalog.Shell.Live;
using Catalog.WsGateway;
using Catalog.WsGateway.Topics;

namespace Catalog.Shell.Alerts;

/// <summary>
/// The topic <c>alerts</c>, for administrators: a snapshot of what is not over, then what happens. Thread-safe.
/// </summary>
internal sealed class AlertFeed(EventHost events, AlertDesk desk) : IWorker
{
    /// <summary>The topic.</summary>
    internal const string Topic = "alerts";

    private const string Snapshot = "alerts_snapshot";
    private const int KeptMessages = 256;
    private const int WaitingFacts = 1024;

    private Gateway? _gateway;
    private EventSubscription? _tail;
    private Task _loop = Task.CompletedTask;

    /// <summary>Registers the topic.</summary>
    internal void Map(LiveRoutes live)
    {
        _gateway = live.Gateway;
        live.MapTopic(Topic, topic =>
        {
            topic.FedAtEveryNode = true;
            topic.HistoryMessages = KeptMessages;
            topic.OnSubscribe = SubscribeAsync;
        });
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _tail = events.Tail.Subscribe(
            WaitingFacts, static header => header.Partition.System == AlertMachine.Id && header.Type == 3);
        _loop = RunAsync(_tail);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        _tail?.Dispose();
        await _loop;
    }

    private async ValueTask<SubscribeResult> SubscribeAsync(SubscribeRequest request)
    {
        if (LiveRoutes.CallerOf(request.Connection) is not { IsAdmin: true }) return SubscribeResult.Forbidden;
        Reply<AlertListing> all = await desk.ListAsync();
        Alert[] active = all.HasValue ? [.. all.Value.Alerts.Reverse().Where(static each => !each.IsOver)] : [];
        var snapshot = new AlertSnapshotAnswer([.. active.Select(AlertAnswer.Of)]);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(snapshot, AlertJson.Default.AlertSnapshotAnswer);
        return request.Begin(() => new TopicSnapshot(Snapshot, json));
    }

    private async Task RunAsync(EventSubscription tail)
    {
        // Whatever is left out where there is too much, a client that comes anew sees in the snapshot.
        while (await tail.ReadAsync() is { } item)
            if (!item.IsGap) Publish(item);
    }

    private void Publish(TailItem item)
    {
        var reader = new MessagePackReader(item.Payload.Span);
        AlertSaved fact = AlertSaved.Read(ref reader, item.Header.Version);
        var news = new AlertNews(AlertNews.NameOf(fact.Change), AlertAnswer.Of(fact.Alert));
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(news, AlertJson.Default.AlertNews);
        _gateway?.PublishRaw(Topic, news.Event, json);
    }
}
