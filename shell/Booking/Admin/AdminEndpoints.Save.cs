using Catalog.Engine.Booking;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Admin;

/// <content>Adding and replacing records.</content>
public sealed partial class AdminEndpoints
{
    private async Task AddMovieAsync(HttpContext context, Caller caller)
    {
        Body<MovieRequest> body = await RequestBody.ReadAsync(context, BookingJson.Default.MovieRequest);
        if (body.Value is not { } request) return;
        if (await ReadKeyAsync(context, caller, "booking.movie", body.Hash) is not { } key) return;
        var command = new SaveMovie(writer.NowMs, MovieOf((ulong)ids.Next(), request), 0, key);
        await SendAsync(context, command, StatusCodes.Status201Created, ProblemCodes.RevisionConflict);
    }

    private async Task ChangeMovieAsync(HttpContext context, Caller caller)
    {
        if (await Precondition.ReadAsync(context) is not { } seen) return;
        Body<MovieRequest> body = await RequestBody.ReadAsync(context, BookingJson.Default.MovieRequest);
        if (body.Value is not { } request) return;
        IdText.TryRead(context, "movie_id", out ulong id);
        if (!catalogue.Read(id, static (all, key) => all.TryFindMovie(key, out _)))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        var command = new SaveMovie(writer.NowMs, MovieOf(id, request), seen.Revision);
        await SendAsync(context, command, StatusCodes.Status200OK, seen.Conflict);
    }

    private async Task AddTheaterAsync(HttpContext context, Caller caller)
    {
        Body<TheaterRequest> body = await RequestBody.ReadAsync(context, BookingJson.Default.TheaterRequest);
        if (body.Value is not { } request) return;
        if (await ReadKeyAsync(context, caller, "booking.theater", body.Hash) is not { } key) return;
        if (await TheaterOfAsync(context, (ulong)ids.Next(), request) is not { } theater) return;
        var command = new SaveTheater(writer.NowMs, theater, 0, key);
        await SendAsync(context, command, StatusCodes.Status201Created, ProblemCodes.RevisionConflict);
    }

    private async Task ChangeTheaterAsync(HttpContext context, Caller caller)
    {
        if (await Precondition.ReadAsync(context) is not { } seen) return;
        Body<TheaterRequest> body = await RequestBody.ReadAsync(context, BookingJson.Default.TheaterRequest);
        if (body.Value is not { } request) return;
        IdText.TryRead(context, "theater_id", out ulong id);
        if (!catalogue.Read(id, static (all, key) => all.TryFindTheater(key, out _)))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        if (await TheaterOfAsync(context, id, request) is not { } theater) return;
        var command = new SaveTheater(writer.NowMs, theater, seen.Revision);
        await SendAsync(context, command, StatusCodes.Status200OK, seen.Conflict);
    }

    private async Task AddShowtimeAsync(HttpContext context, Caller caller)
    {
        Body<ShowtimeRequest> body = await RequestBody.ReadAsync(context, BookingJson.Default.ShowtimeRequest);
        if (body.Value is not { } request) return;
        if (await ReadKeyAsync(context, caller, "booking.showtime", body.Hash) is not { } key) return;
        SeatPlan? plan = catalogue.Read(request.TheaterId, static (all, id) =>
            all.TryFindTheater(id, out Theater? theater) ? theater.Plan : null);
        if (await ShowtimeOfAsync(context, (ulong)ids.Next(), request, plan) is not { } showtime) return;
        var command = new SaveShowtime(writer.NowMs, showtime, 0, key);
        await SendAsync(context, command, StatusCodes.Status201Created, ProblemCodes.RevisionConflict);
    }

    private async Task ChangeShowtimeAsync(HttpContext context, Caller caller)
    {
        if (await Precondition.ReadAsync(context) is not { } seen) return;
        Body<ShowtimeRequest> body = await RequestBody.ReadAsync(context, BookingJson.Default.ShowtimeRequest);
        if (body.Value is not { } request) return;
        IdText.TryRead(context, "showtime_id", out ulong id);
        SeatPlan? plan = catalogue.Read(id, static (all, key) =>
            all.TryFindPlan(key, out SeatPlan? found) ? found : null);
        if (plan is null)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        if (await ShowtimeOfAsync(context, id, request, plan) is not { } showtime) return;
        var command = new SaveShowtime(writer.NowMs, showtime, seen.Revision);
        await SendAsync(context, command, StatusCodes.Status200OK, seen.Conflict);
    }

    private static Movie MovieOf(ulong id, MovieRequest request) => new()
    {
        Id = id,
        Title = request.Title,
        Description = request.Description,
        DurationMinutes = request.DurationMinutes,
        Genre = request.Genre,
        Rating = request.Rating,
        PosterUrl = request.PosterUrl,
        ReleasedOn = request.ReleasedOn ?? default,
    };

    private static async Task<Theater?> TheaterOfAsync(HttpContext context, ulong id, TheaterRequest request)
    {
        if (!SeatPlan.TryCreate(request.Plan.ToSpec(), out SeatPlan? plan, out SeatPlanException? error))
        {
            var errors = FieldErrors.Of("plan." + error.Field, error.Reason);
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return null;
        }

        return new Theater
        {
            Id = id,
            Name = request.Name,
            City = request.City,
            Address = request.Address,
            Latitude = request.Latitude,
            Longitude = request.Longitude,
            Plan = plan,
        };
    }

    private static async Task<Showtime?> ShowtimeOfAsync(
        HttpContext context, ulong id, ShowtimeRequest request, SeatPlan? plan)
    {
        var errors = new FieldErrors();
        errors.Check(plan is not null, "theaterId", "There is no such theater.");
        ZonePrices prices = plan is null ? default : PricesOf(request, plan, errors);
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return null;
        }

        return new Showtime
        {
            Id = id,
            MovieId = request.MovieId,
            TheaterId = request.TheaterId,
            StartsAtMs = request.StartsAt.ToUnixTimeMilliseconds(),
            OnSaleAtMs = request.OnSaleAt?.ToUnixTimeMilliseconds() ?? 0,
            Prices = prices,
            HoldMs = (int)Math.Clamp((request.HoldSeconds ?? 300L) * 1000, 0, int.MaxValue),
            HasWaitingRoom = request.HasWaitingRoom,
        };
    }

    private static ZonePrices PricesOf(ShowtimeRequest request, SeatPlan plan, FieldErrors errors)
    {
        Span<int> cents = stackalloc int[plan.ZoneCount];
        for (int zone = 0; zone < cents.Length; zone++)
        {
            string name = plan.ZoneName(zone);
            bool isOwn = request.ZonePrices?.ContainsKey(name) == true;
            int? price = isOwn ? request.ZonePrices![name] : request.PriceCents;
            errors.Check(price is not null, "zonePrices", $"Zone {name} has no price.");
            cents[zone] = price ?? 0;
        }

        foreach (string name in request.ZonePrices?.Keys ?? [])
            errors.Check(plan.FindZone(name) >= 0, "zonePrices", "There is no such zone.");
        return new ZonePrices(cents);
    }
}
