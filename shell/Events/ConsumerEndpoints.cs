using System.Globalization;
using Catalog.Engine.Core.Consumers;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Events.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Events;

/// <summary>What an operator sees of the consumers and can do about them.</summary>
public sealed class ConsumerEndpoints(
    EventHost events, Bearer bearer, OtherServers others, IEnumerable<IConsumerGroups> groups)
{
    /// <summary>Where the list is.</summary>
    internal const string Path = "/api/admin/consumers";

    private const string Tag = "Consumers";
    private const int PageSize = 100;

    /// <summary>Maps everything below <c>/api/admin/consumers</c>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder admin = routes.MapGroup(Path);
        Add<ConsumerListAnswer>(admin.MapGet("", bearer.RequireAdmin(ListAsync)), "How consumers and models are doing");
        Add<ParkedListAnswer>(admin.MapGet("/{name}/parked", bearer.RequireAdmin(ListParkedAsync)),
            "The facts a consumer gave up on, a hundred a page")
            .Query("cursor", "'nextCursor' of the page before").RunsAtItsServer(others);
        Add<ReplayAnswer>(admin.MapPost("/{name}/parked/replay", bearer.RequireAdmin(ReplayAllAsync)),
            "Try every parked fact again, once").Audited("consumer.replay-all", "name").RunsAtItsServer(others);
        Add<ReplayAnswer>(admin.MapPost("/{name}/parked/{position}/replay", bearer.RequireAdmin(ReplayAsync)),
            "Try a parked fact again, once").Audited("consumer.replay", "position").RunsAtItsServer(others);
        Add(admin.MapDelete("/{name}/parked/{position}", bearer.RequireAdmin(DiscardAsync)),
            "Forget a parked fact for good").Audited("consumer.discard", "position").RunsAtItsServer(others);
        Add(admin.MapPost("/{name}/pause", bearer.RequireAdmin(PauseAsync)), "Stop a consumer until it is resumed")
            .Audited("consumer.pause", "name").RunsAtItsServer(others);
        Add(admin.MapPost("/{name}/resume", bearer.RequireAdmin(ResumeAsync)), "Let a paused consumer go on")
            .Audited("consumer.resume", "name").RunsAtItsServer(others);
    }

    private static IEndpointConventionBuilder Add<T>(IEndpointConventionBuilder endpoint, string summary) =>
        endpoint.Describe(Tag, summary).NeedsToken(AccountRole.Admin).Gives<T>().Fails(400, 401, 403, 404);

    private static IEndpointConventionBuilder Add(IEndpointConventionBuilder endpoint, string summary) =>
        endpoint.Describe(Tag, summary).NeedsToken(AccountRole.Admin)
            .Gives(StatusCodes.Status204NoContent).Fails(400, 401, 403, 404);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        (List<ConsumerAnswer> elsewhere, List<ConsumerElsewhereAnswer> unknown) =
            OtherServers.IsPassedOn(context) ? ([], []) : await others.ListAsync(context);
        long committed = events.CommittedPosition;
        IEnumerable<ConsumerAnswer> here =
            events.Consumers.Select(consumer => ConsumerAnswer.Of(consumer.GetStatus(), events.LagOf(consumer)));
        var answer = new ConsumerListAnswer(
            committed,
            [.. here, .. elsewhere],
            [.. events.Projections.Select(projection => projection.Describe(committed))],
            [.. groups.SelectMany(static each => each.ReadGroups())])
        {
            Unknown = unknown,
        };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, EventsJson.Default.ConsumerListAnswer);
    }

    private async Task ListParkedAsync(HttpContext context, Caller caller)
    {
        if (await FindAsync(context) is not { } consumer) return;
        string? cursor = context.Request.Query["cursor"];
        long after = -1;
        if (cursor is not null && !TryParse(cursor, out after))
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidCursor);
            return;
        }

        ParkedEvent[] left = [.. consumer.ListParked().SkipWhile(parked => parked.Header.Position <= after)];
        bool hasMore = left.Length > PageSize;
        ParkedAnswer[] page = [.. left.Take(PageSize).Select(ParkedAnswer.Of)];
        var answer = new ParkedListAnswer(page, hasMore)
        {
            NextCursor = hasMore ? page[^1].Position.ToString(CultureInfo.InvariantCulture) : null,
        };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, EventsJson.Default.ParkedListAnswer);
    }

    private async Task ReplayAllAsync(HttpContext context, Caller caller)
    {
        if (await FindAsync(context) is not { } consumer) return;
        int handled = await consumer.ReplayAllAsync(context.RequestAborted);
        await AnswerAsync(context, new ReplayAnswer(handled, consumer.ListParked().Count));
    }

    private async Task ReplayAsync(HttpContext context, Caller caller)
    {
        if (await FindAsync(context) is not { } consumer) return;
        if (!TryParse(context.GetRouteValue("position") as string, out long position)
            || await consumer.ReplayAsync(position, context.RequestAborted) is var outcome
                && outcome == ReplayOutcome.NotParked)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        int handled = outcome == ReplayOutcome.Handled ? 1 : 0;
        await AnswerAsync(context, new ReplayAnswer(handled, consumer.ListParked().Count));
    }

    private async Task DiscardAsync(HttpContext context, Caller caller)
    {
        if (await FindAsync(context) is not { } consumer) return;
        if (!TryParse(context.GetRouteValue("position") as string, out long position)
            || !await consumer.DiscardAsync(position, context.RequestAborted))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task PauseAsync(HttpContext context, Caller caller)
    {
        if (await FindAsync(context) is not { } consumer) return;
        await consumer.PauseAsync(context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task ResumeAsync(HttpContext context, Caller caller)
    {
        if (await FindAsync(context) is not { } consumer) return;
        consumer.Resume();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>The consumer the path names, or null when the problem has been answered.</summary>
    private async Task<ConsumerRunner?> FindAsync(HttpContext context)
    {
        if (events.FindConsumer((string)context.GetRouteValue("name")!) is { } consumer) return consumer;
        await Problems.WriteAsync(context, ProblemCodes.NotFound);
        return null;
    }

    private static Task AnswerAsync(HttpContext context, ReplayAnswer answer) =>
        JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, EventsJson.Default.ReplayAnswer);

    private static bool TryParse(string? text, out long position) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out position);
}
