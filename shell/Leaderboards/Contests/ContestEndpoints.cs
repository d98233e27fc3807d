using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Contests;

/// <summary>Events, tournaments, and what was final. Thread-safe.</summary>
public sealed class ContestEndpoints(
    LeaderboardClient boards, PlayerNames names, BoardAnswers answers, Bearer bearer)
{
    private const string Tag = "Events";
    private const int DefaultLimit = 30;
    private const int MaxLimit = 400;
    private const long MinuteMs = 60_000;

    private static readonly (string Name, WindowKind Value)[] ArchiveTypes =
    [
        ("weekly", WindowKind.Weekly), ("daily", WindowKind.Daily), ("monthly", WindowKind.Monthly),
        ("season", WindowKind.Seasonal), ("contest", WindowKind.Contest),
    ];

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/events/{mode}", ListAsync)
            .Describe(Tag, "A game mode's events and tournaments; with a token also the caller's part in them")
            .Gives<ContestListAnswer>().Fails(404, 503);
        routes.MapGet("/api/events/{mode}/{event_id}", FindAsync)
            .Describe(Tag, "An event or a tournament, with the ETag a change of it asks for")
            .Gives<ContestAnswer>().Fails(404, 503);
        routes.MapPost("/api/events/{mode}/{event_id}/join", bearer.RequireUser(JoinAsync))
            .Describe(Tag, "Take part in a tournament").NeedsToken().NeedsIdempotencyKey()
            .Gives(StatusCodes.Status204NoContent).Fails(400, 401, 403, 404, 409, 422, 503, 507);
        routes.MapGet("/api/archive/{mode}", ListArchiveAsync)
            .Describe(Tag, "Which final standings there are, the latest first")
            .Query("type", "weekly, daily, monthly, season or contest").Query("limit", "At most so many, 1 to 400")
            .Gives<ArchiveListAnswer>().Fails(400, 404, 503);
        routes.MapGet("/api/archive/{mode}/{type}/{window}", FindArchiveAsync)
            .Describe(Tag, "Final standings: the top of a day, a week, a month, a season or an event")
            .Gives<ArchiveAnswer>().Fails(404, 503);
    }

    private async Task ListAsync(HttpContext context)
    {
        if (FindMode(context) is not { } mode)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such game mode.");
            return;
        }

        Reply<ContestsReading> reply = await ReadAsync(context, mode);
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return;
        }

        long nowMs = boards.NowMs;
        var answer = new ContestListAnswer([.. reply.Value.Contests.Select(each => Of(mode, each, nowMs))]);
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, LeaderboardsJson.Default.ContestListAnswer);
    }

    private async Task FindAsync(HttpContext context)
    {
        bool isKnown = int.TryParse(context.Request.RouteValues["event_id"] as string, out int id);
        if (!isKnown || FindMode(context) is not { } mode)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        Reply<ContestsReading> reply = await ReadAsync(context, mode);
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return;
        }

        foreach (ContestView view in reply.Value.Contests)
        {
            if (view.Terms.Id != id) continue;
            Precondition.SetTag(context, view.Terms.Revision);
            await JsonResponse.WriteAsync(
                context, StatusCodes.Status200OK, Of(mode, view, boards.NowMs),
                LeaderboardsJson.Default.ContestAnswer);
            return;
        }

        await Problems.WriteAsync(context, ProblemCodes.NotFound);
    }

    private ValueTask<Reply<ContestsReading>> ReadAsync(HttpContext context, GameMode mode)
    {
        ulong playerId = bearer.TryAuthenticate(context, out Caller caller) ? caller.UserId : 0;
        return boards.AskAsync<ReadContests, ContestsReading>(mode, new ReadContests(boards.NowMs, playerId));
    }

    private async Task JoinAsync(HttpContext context, Caller caller)
    {
        bool isKnown = int.TryParse(context.Request.RouteValues["event_id"] as string, out int id);
        if (!isKnown || FindMode(context) is not { } mode || await names.OfCallerAsync(caller) is null)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        ulong payload = (mode.Id << 32) | (uint)id;
        ProblemCode? unusable = IdempotencyHeader.Read(
            context, caller.UserId, "leaderboards.join"u8, payload, out IdempotencyKey key);
        if (unusable is not null)
        {
            await Problems.WriteAsync(context, unusable);
            return;
        }

        Reply<BoardResult> reply = await boards.AskAsync<JoinContest, BoardResult>(
            mode, new JoinContest(boards.NowMs, id, caller.UserId, key));
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code == BoardCode.Ok) context.Response.StatusCode = StatusCodes.Status204NoContent;
        else await Problems.WriteAsync(context, LeaderboardProblems.Of(reply.Value.Code));
    }

    private async Task ListArchiveAsync(HttpContext context)
    {
        if (FindMode(context) is not { } mode)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such game mode.");
            return;
        }

        var query = new QueryReader(context);
        WindowKind kind = query.Choice("type", ArchiveTypes);
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        if (await query.RefusedAsync()) return;
        Reply<ArchivesReading> reply = await boards.AskAsync<ReadArchives, ArchivesReading>(
            mode, new ReadArchives(boards.NowMs, kind, 0, limit));
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return;
        }

        var answer = new ArchiveListAnswer(mode.Slug, [.. reply.Value.Archives.Select(BoardAnswers.Head)]);
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, LeaderboardsJson.Default.ArchiveListAnswer);
    }

    private async Task FindArchiveAsync(HttpContext context)
    {
        if (FindMode(context) is not { } mode || FindBoard(context) is not { } board)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        Reply<ArchiveReading> reply = await boards.AskAsync<ReadArchive, ArchiveReading>(
            mode, new ReadArchive(boards.NowMs, board));
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code != BoardCode.Ok) await Problems.WriteAsync(context, ProblemCodes.NotFound);
        else
        {
            var answer = new ArchiveAnswer(
                mode.Slug,
                BoardAnswers.Head(reply.Value.Head),
                await answers.RowsAsync(reply.Value.Rows),
                [
                    .. mode.Terms.Rewards.Where(each => each.Kind == board.Kind)
                        .Select(static each => new RewardAnswer(each.MaxRank, each.Reward)),
                ]);
            await JsonResponse.WriteAsync(
                context, StatusCodes.Status200OK, answer, LeaderboardsJson.Default.ArchiveAnswer);
        }
    }

    private BoardKey? FindBoard(HttpContext context)
    {
        string type = context.Request.RouteValues["type"] as string ?? "";
        string name = context.Request.RouteValues["window"] as string ?? "";
        foreach ((string choice, WindowKind kind) in ArchiveTypes)
        {
            if (choice != type) continue;
            int window = kind != WindowKind.Contest
                ? BoardTypes.FindWindow(kind, name, boards.NowMs)
                : int.TryParse(name, out int id) ? id : -1;
            return window < 0 ? null : new BoardKey(kind, 0, window);
        }

        return null;
    }

    private static ContestAnswer Of(GameMode mode, ContestView view, long nowMs)
    {
        ContestTerms terms = view.Terms;
        string status = view.HasEnded ? "ended" : terms.StartMs > nowMs ? "upcoming" : "running";
        return new ContestAnswer(
            terms.Id,
            mode.Slug,
            terms.Name,
            status,
            BoardAnswers.TimeOf(terms.StartMs),
            BoardAnswers.TimeOf(terms.EndMs),
            terms.MultiplierPercent,
            terms.MultipliesBoards,
            terms.NeedsJoining,
            NullIfNone(terms.MaxPlayers),
            NullIfNone(terms.MaxAttempts),
            NullIfNone((int)(terms.AttemptMs / MinuteMs)),
            GameModes.RegionName(terms.Region),
            view.Participants,
            view.HasJoined,
            view.Attempts,
            terms.Revision);
    }

    private static int? NullIfNone(int value) => value == 0 ? null : value;

    private static GameMode? FindMode(HttpContext context) =>
        GameModes.TryFind(context.Request.RouteValues["mode"] as string, out GameMode? mode) ? mode : null;
}
