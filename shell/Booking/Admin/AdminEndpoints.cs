using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Ids;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Admin;

/// <summary>Changing films, theaters and showtimes. For administrators. Thread-safe.</summary>
public sealed partial class AdminEndpoints(
    CatalogueWriter writer, ProjectionView<CatalogueView> catalogue, IdGenerator ids, Bearer bearer)
{
    private const string Tag = "Administration";

    /// <summary>A plan of 4,096 seats, each with a word of its own.</summary>
    private const int MaxPlanBytes = 1024 * 1024;

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        MapRecord<MovieRequest>(routes, "movies", "{movie_id}", "a film", AddMovieAsync, ChangeMovieAsync);
        MapRecord<TheaterRequest>(routes, "theaters", "{theater_id}", "a theater", AddTheaterAsync, ChangeTheaterAsync);
        MapRecord<ShowtimeRequest>(
            routes, "showtimes", "{showtime_id}", "a showtime", AddShowtimeAsync, ChangeShowtimeAsync);
        MapDelete(routes, "/api/movies/{movie_id}", "Remove a film no showtime refers to", RemoveMovieAsync)
            .Audited("movie.remove", "movie_id");
        MapDelete(routes, "/api/theaters/{theater_id}", "Remove a theater no showtime refers to", RemoveTheaterAsync)
            .Audited("theater.remove", "theater_id");
        MapDelete(routes, "/api/showtimes/{showtime_id}", "Call a show off and refund everybody", CancelShowtimeAsync)
            .Audited("showtime.cancel", "showtime_id");
    }

    private void MapRecord<TRequest>(
        IEndpointRouteBuilder routes, string plural, string id, string what, params CallerDelegate[] addAndChange)
        where TRequest : IExampled<TRequest>
    {
        routes.MapPost($"/api/{plural}", bearer.RequireAdmin(addAndChange[0]))
            .WithMetadata(new BodyLimit(MaxPlanBytes))
            .Describe(Tag, "Add " + what).NeedsToken(AccountRole.Admin).NeedsIdempotencyKey().Takes<TRequest>()
            .Gives<SavedAnswer>(StatusCodes.Status201Created).Fails(400, 401, 403, 409, 413, 415, 422, 503, 507)
            .Audited(plural[..^1] + ".add");
        routes.MapPut($"/api/{plural}/{id}", bearer.RequireAdmin(addAndChange[1]))
            .WithMetadata(new BodyLimit(MaxPlanBytes))
            .Describe(Tag, "Replace " + what).NeedsToken(AccountRole.Admin).NeedsRevision().Takes<TRequest>()
            .Gives<SavedAnswer>().Fails(400, 401, 403, 404, 409, 412, 413, 415, 428, 503, 507)
            .Audited(plural[..^1] + ".change", id[1..^1]);
    }

    private IEndpointConventionBuilder MapDelete(
        IEndpointRouteBuilder routes, string path, string summary, CallerDelegate handler) =>
        routes.MapDelete(path, bearer.RequireAdmin(handler))
            .Describe(Tag, summary).NeedsToken(AccountRole.Admin).NeedsRevision()
            .Gives(StatusCodes.Status204NoContent).Fails(400, 401, 403, 404, 409, 412, 428, 503, 507);

    private static async Task<IdempotencyKey?> ReadKeyAsync(
        HttpContext context, Caller caller, string operation, ulong payload)
    {
        ReadOnlyMemory<byte> name = System.Text.Encoding.UTF8.GetBytes(operation);
        if (IdempotencyHeader.Read(context, caller.UserId, name.Span, payload, out IdempotencyKey key) is not { } bad)
            return key;
        await Problems.WriteAsync(context, bad);
        return null;
    }

    private async Task SendAsync<TCommand>(HttpContext context, TCommand command, int status, ProblemCode conflict)
        where TCommand : struct, ICommand<CatalogueResult>
    {
        Reply<CatalogueResult> reply = await writer.SendAsync(command, context.RequestAborted);
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
        }
        else if (!reply.Value.IsDone)
        {
            await CatalogueProblems.WriteAsync(context, reply.Value, conflict);
        }
        else if (status == StatusCodes.Status204NoContent)
        {
            context.Response.StatusCode = status;
        }
        else
        {
            AuditTrail.SetTarget(context, IdText.Of(reply.Value.Id));
            var answer = new SavedAnswer(IdText.Of(reply.Value.Id), reply.Value.Revision);
            await JsonResponse.WriteAsync(context, status, answer, BookingJson.Default.SavedAnswer);
        }
    }

    private async Task RemoveMovieAsync(HttpContext context, Caller caller)
    {
        if (await Precondition.ReadAsync(context) is not { } seen) return;
        IdText.TryRead(context, "movie_id", out ulong id);
        var command = new RemoveMovie(writer.NowMs, id, seen.Revision);
        await SendAsync(context, command, StatusCodes.Status204NoContent, seen.Conflict);
    }

    private async Task RemoveTheaterAsync(HttpContext context, Caller caller)
    {
        if (await Precondition.ReadAsync(context) is not { } seen) return;
        IdText.TryRead(context, "theater_id", out ulong id);
        var command = new RemoveTheater(writer.NowMs, id, seen.Revision);
        await SendAsync(context, command, StatusCodes.Status204NoContent, seen.Conflict);
    }

    private async Task CancelShowtimeAsync(HttpContext context, Caller caller)
    {
        if (await Precondition.ReadAsync(context) is not { } seen) return;
        IdText.TryRead(context, "showtime_id", out ulong id);
        var command = new CancelShowtime(writer.NowMs, id, seen.Revision);
        await SendAsync(context, command, StatusCodes.Status204NoContent, seen.Conflict);
    }
}
