using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Boards;

/// <summary>Looking at boards. For everybody; friends for who signed in. Thread-safe.</summary>
public sealed class BoardEndpoints(
    LeaderboardClient boards, BoardAnswers answers, BoardSnapshots snapshots, Bearer bearer)
{
    private const string Tag = "Leaderboards";
    private const int DefaultLimit = 100;
    private const int MaxLimit = 500;
    private const string CacheControl = "public, max-age=5, s-maxage=5";

    private static readonly (string Name, byte Value)[] RegionChoices =
        [("", 0), .. GameModes.Regions.Select(static name => (name, GameModes.RegionOf(name)))];

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/game-modes", ListModesAsync)
            .Describe(Tag, "The game modes").Gives<GameModeListAnswer>().Fails(503);
        routes.MapGet("/api/leaderboard/{mode}", ReadAsync)
            .Describe(Tag, "A part of a board, by rank: from a rank on, around a player, or friends only")
            .Query("type", "global, daily, weekly, monthly, season, last24h or trending")
            .Query("region", "Only this region's board").Query("window", "A past one, as '2024-W03'")
            .Query("contest", "An event's or tournament's board instead, by its id")
            .Query("friends", "true: only the caller and whom the caller follows; needs a token")
            .Query("around", "A player to be in the middle")
            .Query("cursor", "The first rank, or 'nextCursor' of the page before")
            .Query("limit", "Rows, 1 to 500").Gives<BoardAnswer>().Fails(400, 401, 404, 503);
        routes.MapGet("/api/leaderboard/{mode}/top100", TopAsync)
            .Describe(Tag, "The first hundred, for caches: at most five seconds old")
            .Query("type", "global, daily, weekly, monthly, season, last24h or trending")
            .Query("region", "Only this region's board").Header("If-None-Match", "The ETag the client has")
            .Gives<BoardAnswer>().Gives(StatusCodes.Status304NotModified).Fails(400, 404, 503);
    }

    private async Task ListModesAsync(HttpContext context)
    {
        var modes = new GameModeAnswer[GameModes.All.Count];
        for (int i = 0; i < modes.Length; i++)
        {
            GameMode mode = GameModes.All[i];
            Reply<ModeReading> reply = await boards.AskAsync<ReadMode, ModeReading>(mode, new ReadMode(boards.NowMs));
            if (!reply.HasValue)
            {
                await Problems.WriteAsync(context, reply.Status);
                return;
            }

            ModeTerms terms = reply.Value.Terms ?? mode.Terms;
            modes[i] = new GameModeAnswer(
                mode.Id, mode.Slug, terms.Name, terms.MaxScorePerGame, terms.AverageGameSeconds, GameModes.Regions,
                [.. BoardTypes.All.Select(static type => type.Name)], reply.Value.Players, reply.Value.Counted);
        }

        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, new GameModeListAnswer(modes),
            LeaderboardsJson.Default.GameModeListAnswer);
    }

    private async Task ReadAsync(HttpContext context)
    {
        if (!GameModes.TryFind(context.Request.RouteValues["mode"] as string, out GameMode? mode))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such game mode.");
            return;
        }

        var query = new QueryReader(context);
        BoardWish wish = ReadWish(query);
        bool isFriends = query.Flag("friends");
        if (await query.RefusedAsync()) return;
        if (isFriends)
        {
            if (!bearer.TryAuthenticate(context, out Caller caller))
            {
                await Bearer.ChallengeAsync(context);
                return;
            }

            Reply<FriendsReading> friends = await boards.AskPlayersAsync<ReadFriends, FriendsReading>(
                new ReadFriends(boards.NowMs, caller.UserId));
            if (!friends.HasValue)
            {
                await Problems.WriteAsync(context, friends.Status);
                return;
            }

            wish = wish with { Members = [caller.UserId, .. friends.Value.PlayerIds], Count = MaxLimit + 1 };
        }

        await WriteAsync(context, mode, wish);
    }

    private BoardWish ReadWish(QueryReader query)
    {
        WindowKind kind = query.Choice("type", BoardTypes.All);
        byte region = query.Choice("region", RegionChoices);
        string? window = query.Text("window");
        int? contest = query.Number("contest", 1, int.MaxValue);
        ulong around = query.Id("around") ?? 0;
        int from = query.Number("cursor", 1, int.MaxValue) ?? 1;
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        bool hasRegions = kind <= WindowKind.Seasonal && contest is null;
        query.Check(region == 0 || hasRegions, "region", "There is no such board by region.");
        if (contest is { } id)
            return new BoardWish(new BoardKey(WindowKind.Contest, 0, id), true, from, limit, around, []);
        int number = window is null ? 0 : BoardTypes.FindWindow(kind, window, boards.NowMs);
        query.Check(number >= 0, "window", "Is not a window of this type.");
        return new BoardWish(
            new BoardKey(kind, region, Math.Max(0, number)), window is not null, from, limit, around, []);
    }

    private async Task WriteAsync(HttpContext context, GameMode mode, BoardWish wish)
    {
        Reply<BoardReading> reply = await boards.ReadAsync(mode, in wish);
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code != BoardCode.Ok)
            await Problems.WriteAsync(context, LeaderboardProblems.Of(reply.Value.Code));
        else
        {
            BoardAnswer answer = await answers.BoardAsync(mode, reply.Value.Copy);
            if (wish.Members.Count > 0) answer = answer with { HasMore = false, NextCursor = null };
            await JsonResponse.WriteAsync(
                context, StatusCodes.Status200OK, answer, LeaderboardsJson.Default.BoardAnswer);
        }
    }

    private async Task TopAsync(HttpContext context)
    {
        if (!GameModes.TryFind(context.Request.RouteValues["mode"] as string, out GameMode? mode))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such game mode.");
            return;
        }

        var query = new QueryReader(context);
        WindowKind kind = query.Choice("type", BoardTypes.All);
        byte region = query.Choice("region", RegionChoices);
        query.Check(region == 0 || kind <= WindowKind.Seasonal, "region", "There is no such board by region.");
        if (await query.RefusedAsync()) return;
        if (await snapshots.FindAsync(new BoardSnapshotKey(mode.Id, kind, region)) is not { } snapshot)
        {
            await Problems.WriteAsync(context, ProblemCodes.Busy);
            return;
        }

        context.Response.Headers.ETag = snapshot.EntityTag;
        context.Response.Headers.CacheControl = CacheControl;
        if (context.Request.Headers.IfNoneMatch == snapshot.EntityTag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = snapshot.Json.Length;
        await context.Response.Body.WriteAsync(snapshot.Json, context.RequestAborted);
    }
}
