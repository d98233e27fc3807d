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
        await SeatEventStream.RunAsync(watcher, response.BodyWriter, clock, ends.Token);
    }
}
