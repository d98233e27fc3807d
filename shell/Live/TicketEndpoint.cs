using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Http.RateLimits;
using Catalog.Shell.Live.Contracts;

namespace Catalog.Shell.Live;

/// <summary>Gives out what a browser's WebSocket signs in with: it cannot send a header. Thread-safe.</summary>
public sealed class TicketEndpoint(ITicketStore tickets, Bearer bearer, AuthLimits limits)
{
    /// <summary>Maps <c>POST /api/auth/ws-ticket</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/auth/ws-ticket", bearer.RequireUser(HandleAsync))
            .Describe("Accounts", "A ticket a WebSocket at /ws signs in with, once and soon")
            .NeedsToken().Gives<TicketAnswer>().Fails(401, 429, 503);

    private async Task HandleAsync(HttpContext context, Caller caller)
    {
        if (await limits.Ticket.TakeAsync(RateLimitKey.OfUser(caller.UserId)) is { Allowed: false } refused)
        {
            await limits.Ticket.RefuseAsync(context, refused);
            return;
        }

        if (await tickets.IssueAsync(caller, context.RequestAborted) is not { } ticket)
        {
            await Problems.WriteAsync(context, ProblemCodes.Busy);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        var answer = new TicketAnswer(ticket.Text, TimeOf(ticket.ExpiresMs), TimeOf(caller.ExpiresMs));
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, LiveJson.Default.TicketAnswer);
    }

    private static DateTime TimeOf(long timeMs) => DateTimeOffset.FromUnixTimeMilliseconds(timeMs).UtcDateTime;
}
