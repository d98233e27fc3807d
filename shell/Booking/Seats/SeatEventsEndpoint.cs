using System.Globalization;
using Catalog.Shell.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// A showtime's seats live, as server-sent events: <c>snapshot</c> first, then a <c>diff</c> a change, numbered without
/// gaps; <c>resync</c> when the client has to begin again. Thread-safe.
/// </summary>
public sealed class SeatEventsEndpoint(
    SeatFeed feed, ShowtimeHouses houses, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly ReadOnlyMemory<byte> HeartbeatFrame = ": alive\n\n"u8.ToArray();

    /// <summary>Maps <c>GET api/seats/{showtime_id}/events</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/seats/{showtime_id}/events", HandleAsync)
            .Describe("Seats", "A showtime's seats live, as server-sent events: snapshot, diff, resync")
            .Header("Last-Event-ID", "The version of the last event the client has")
            .Gives(StatusCodes.Status200OK).Fails(404, 503);

    private async Task HandleAsync(HttpContext context)
    {
        if (!IdText.TryRead(context, "showtime_id", out ulong showtimeId) || !houses.TryFindPlan(showtimeId, out _))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such showtime.");
            return;
        }

        // An id that is none of ours is as good as none: a snapshot serves everybody.
        string id = context.Request.Headers["Last-Event-ID"].ToString();
        bool hasLast = ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out ulong last);
        if (await feed.WatchAsync(showtimeId, hasLast ? last : null) is not { } watcher)
        {
            await Problems.WriteAsync(context, BookingProblems.TooManyWatchers);
            return;
        }

        try
        {
            await StreamAsync(context, watcher);
        }
        catch (OperationCanceledException)
        {
            // The client went away, was too slow, or the server stops: the stream just ends.
        }
        finally
        {
            feed.Unwatch(watcher);
        }
    }

    private async Task StreamAsync(HttpContext context, SeatWatcher watcher)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, lifetime.ApplicationStopping, watcher.Dropped);
        HttpResponse response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        Task<bool> next = watcher.WaitAsync(ends.Token).AsTask();
        while (true)
        {
            if (!await IsReadyAsync(next, ends.Token))
            {
                await response.BodyWriter.WriteAsync(HeartbeatFrame, ends.Token);
                continue;
            }

            if (!await next) break;
            while (watcher.TryTake(out byte[]? frame)) await response.BodyWriter.WriteAsync(frame, ends.Token);
            next = watcher.WaitAsync(ends.Token).AsTask();
        }

        await response.BodyWriter.WriteAsync(SeatPicture.Resync(watcher.IsDropped ? "slow" : "restart"), ends.Token);
    }

    /// <summary>Waits for <paramref name="next"/>; false when it is time for a sign of life.</summary>
    private async Task<bool> IsReadyAsync(Task<bool> next, CancellationToken cancel)
    {
        if (next.IsCompleted) return true;
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(next, Task.Delay(Heartbeat, clock, beat.Token));
        await beat.CancelAsync();
        return next.IsCompleted;
    }
}
