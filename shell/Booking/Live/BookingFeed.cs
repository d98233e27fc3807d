using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Catalog.Shell.Live;
using Catalog.WsGateway;
using Catalog.WsGateway.Topics;

namespace Catalog.Shell.Booking.Live;

/// <summary>
/// The topic <c>bookings</c>, for administrators: everything that happens to bookings, as it happens. Its numbers are
/// those of <see cref="RecentBookings"/>, so it goes on behind a restart where it was.
/// <code>
/// facts ─► RecentBookings ─► event tail: "there is more" ─► publish what is behind the last published,
///                   │                                        once somebody listens
///                   └─────── history: what a client missed, what one begins with
/// </code>
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class BookingFeed(
    EventHost events, ProjectionView<RecentBookings> recent, BookingNewsWriter writer, FolderId folder,
    TimeProvider clock)
    : IWorker, ITopicHistory
{
    /// <summary>The topic.</summary>
    public const string Topic = "bookings";

    private const string Snapshot = "bookings_snapshot";
    private const int SnapshotCount = 50;
    private const int PageCount = 128;
    private const int KeptMessages = 1024;
    private const int KeptBytes = 1024 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();
    private Gateway? _gateway;
    private EventSubscription? _tail;
    private Task _loop = Task.CompletedTask;
    private long _published;

    /// <inheritdoc/>
    public string Epoch => folder.Text;

    /// <summary>Registers the topic.</summary>
    public void Map(LiveRoutes live)
    {
        _gateway = live.Gateway;
        live.MapTopic(Topic, topic =>
        {
            topic.History = this;
            topic.HistoryMessages = KeptMessages;
            topic.HistoryBytes = KeptBytes;
            topic.OnSubscribe = request => new ValueTask<SubscribeResult>(Subscribe(request));
        });
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _tail = events.Tail.Subscribe(capacity: 1, static header => RecentBookings.IsOne(in header));
        _published = recent.Read(static all => all.LastNumber);
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

    /// <inheritdoc/>
    public long LastOffset(string topic) => Volatile.Read(ref _published);

    /// <inheritdoc/>
    public ValueTask<bool> ReadAsync(string topic, HistoryPage page, CancellationToken cancel)
    {
        var news = new BookingNews[PageCount];
        (long first, int count) = CopyAfter(page.LastOffset, news);
        if (first > page.LastOffset + 1) return new ValueTask<bool>(false);
        for (int i = 0; i < count; i++)
            page.Add(first + i, BookingNewsWriter.NameOf(news[i].Kind), writer.Encode(in news[i]));
        return new ValueTask<bool>(true);
    }

    private SubscribeResult Subscribe(SubscribeRequest request)
    {
        if (LiveRoutes.CallerOf(request.Connection) is not { } caller) return SubscribeResult.Forbidden;
        if (caller.IsAdmin) return request.Begin(MakeSnapshot);
        request.Connection.Close(CloseCode.Forbidden, "administrators only");
        return SubscribeResult.Closed;
    }

    private TopicSnapshot MakeSnapshot()
    {
        var news = new BookingNews[SnapshotCount];
        (long first, int count) = CopyAfter(recent.Read(static all => all.LastNumber) - SnapshotCount, news);
        return new TopicSnapshot(Snapshot, writer.EncodeSnapshot(news.AsSpan(0, count), first + count - 1));
    }

    private (long First, int Count) CopyAfter(long number, BookingNews[] into) =>
        recent.Read((Number: number, Into: into), static (all, wish) =>
            (Math.Max(wish.Number + 1, all.FirstNumber), all.CopyAfter(wish.Number, wish.Into)));

    /// <summary>However many facts there are, or were lost on the way: the model has them all.</summary>
    private async Task RunAsync(EventSubscription tail)
    {
        var news = new BookingNews[PageCount];
        while (await tail.ReadAsync() is not null)
        {
            if (TrySkip()) continue;
            int count;
            do
            {
                (long first, count) = CopyAfter(_published, news);
                for (int i = 0; i < count; i++)
                    if (!await TryPublishAsync(first + i, news[i])) return;
            }
            while (count == news.Length);
        }
    }

    /// <summary>While nobody listens nothing is written: whoever comes reads it from the model.</summary>
    private bool TrySkip()
    {
        long last = recent.Read(static all => all.LastNumber);
        if (!_gateway!.TrySkip(Topic, last)) return false;
        Volatile.Write(ref _published, last);
        return true;
    }

    private async ValueTask<bool> TryPublishAsync(long number, BookingNews news)
    {
        byte[] json = writer.Encode(in news);
        var to = new PublishOptions(Offset: number);
        while (!_gateway!.PublishRaw(Topic, BookingNewsWriter.NameOf(news.Kind), json, to).IsTaken)
        {
            await Task.Delay(Pause, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested) return false;
        }

        Volatile.Write(ref _published, number);
        return true;
    }
}
