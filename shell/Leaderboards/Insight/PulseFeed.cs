using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Catalog.Shell.Events;
using Catalog.Shell.Live;
using Catalog.WsGateway;
using Catalog.WsGateway.Topics;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>
/// The topic <c>game-pulse</c>, for administrators: what happens right now, twice a second while somebody listens.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class PulseFeed(PulseReader reader, ILogger<PulseFeed> log) : IWorker
{
    /// <summary>The topic.</summary>
    public const string Topic = "game-pulse";

    private const int KeptMessages = 4;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);
    private Gateway? _gateway;
    private PeriodicWork? _beats;

    /// <summary>Registers the topic.</summary>
    public void Map(LiveRoutes live)
    {
        _gateway = live.Gateway;
        live.MapTopic(Topic, topic =>
        {
            topic.FedAtEveryNode = true;
            topic.HistoryMessages = KeptMessages;
            topic.SlowConsumer = SlowConsumerPolicy.Snapshot;
            topic.OnSubscribe = SubscribeAsync;
        });
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _beats = new PeriodicWork(Beat, TellAsync);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync() => _beats?.StopAsync() ?? Task.CompletedTask;

    private async ValueTask<SubscribeResult> SubscribeAsync(SubscribeRequest request)
    {
        if (LiveRoutes.CallerOf(request.Connection) is not { IsAdmin: true }) return SubscribeResult.Forbidden;
        byte[] first = await EncodeAsync(withSeconds: true);
        return request.Begin(() => new TopicSnapshot("game_pulse_snapshot", first));
    }

    [SuppressMessage("Design", "CA1031", Justification = "A beat that fails must not be the last one.")]
    private async Task TellAsync(CancellationToken cancel)
    {
        if (_gateway is null || _gateway.SubscriberCount(Topic) == 0) return;
        try
        {
            _gateway.PublishRaw(Topic, "game_pulse", await EncodeAsync(withSeconds: false));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure);
        }
    }

    private async ValueTask<byte[]> EncodeAsync(bool withSeconds) => JsonSerializer.SerializeToUtf8Bytes(
        await reader.ReadAsync(withSeconds), GameInsightJson.Default.GamePulseAnswer);

    [LoggerMessage(66, LogLevel.Error, "What happens right now could not be told")]
    private static partial void Failed(ILogger logger, Exception failure);
}
