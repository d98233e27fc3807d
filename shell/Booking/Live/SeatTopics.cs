using Catalog.Shell.Booking.Seats;
using Catalog.Shell.Live;
using Catalog.WsGateway.Topics;

namespace Catalog.Shell.Booking.Live;

/// <summary>The topics <c>seats:{showtime}</c>, for everybody. Thread-safe.</summary>
public sealed class SeatTopics(SeatFeed feed, ShowtimeHouses houses)
{
    /// <summary>As many changes as server-sent events keep.</summary>
    private const int HistoryMessages = SeatWatch.RingCapacity;

    private const int HistoryBytes = 64 * 1024;

    /// <summary>Registers them.</summary>
    public void Map(LiveRoutes live) => live.MapTopic(SeatTopic.Prefix + "*", topic =>
    {
        topic.FedAtEveryNode = true;
        topic.HistoryMessages = HistoryMessages;
        topic.HistoryBytes = HistoryBytes;
        topic.SlowConsumer = SlowConsumerPolicy.Snapshot;
        topic.OnSubscribe = SubscribeAsync;
    });

    private ValueTask<SubscribeResult> SubscribeAsync(SubscribeRequest request) =>
        SeatTopic.TryParse(request.Topic, out ulong showtimeId) && houses.TryFindPlan(showtimeId, out _)
            ? feed.SubscribeAsync(showtimeId, request)
            : new ValueTask<SubscribeResult>(SubscribeResult.UnknownTopic);
}
