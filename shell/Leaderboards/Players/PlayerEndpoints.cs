using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Http.RateLimits;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Players;

/// <summary>Who plays: names, search, whom one follows. Thread-safe.</summary>
public sealed class PlayerEndpoints(
    LeaderboardClient boards, PlayerNames names, LeaderboardLimits limits, Bearer bearer)
{
    private const string Tag = "Players";
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/players", SearchAsync)
            .Describe(Tag, "Players whose names begin so, by name")
            .Query("search", "The beginning of the name; case does not matter")
            .Query("limit", "Players a page, 1 to 100").Query("cursor", "'nextCursor' of the page before")
            .Gives<PlayerListAnswer>().Fails(400, 503);
        routes.MapGet("/api/players/me", bearer.RequireUser(FindOwnAsync))
            .Describe(Tag, "The caller as a player").NeedsToken().Gives<PlayerAnswer>().Fails(401, 503);
        routes.MapPut("/api/players/me", bearer.RequireUser(SaveAsync))
            .Describe(Tag, "Name oneself, and choose a region").NeedsToken().Takes<PlayerRequest>()
            .Gives<PlayerAnswer>().Fails(400, 401, 413, 415, 429, 503, 507);
        routes.MapGet("/api/players/me/friends", bearer.RequireUser(ListFriendsAsync))
            .Describe(Tag, "Whom the caller follows").NeedsToken().Gives<PlayerListAnswer>().Fails(401, 503);
        routes.MapPut("/api/players/me/friends/{id}", bearer.RequireUser(FollowAsync))
            .Describe(Tag, "Follow a player").NeedsToken().Gives(StatusCodes.Status204NoContent)
            .Fails(401, 404, 429, 503, 507);
        routes.MapDelete("/api/players/me/friends/{id}", bearer.RequireUser(UnfollowAsync))
            .Describe(Tag, "Follow a player no longer").NeedsToken().Gives(StatusCodes.Status204NoContent)
            .Fails(401, 404, 429, 503, 507);
    }

    private async Task SearchAsync(HttpContext context)
    {
        var query = new QueryReader(context);
        string prefix = query.Text("search", PlayersMachine.MaxNameLength) ?? "";
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        string after = query.Text("cursor") ?? "";
        if (await query.RefusedAsync()) return;
        await WriteListAsync(context, await boards.AskPlayersAsync<SearchPlayers, PlayersReading>(
            new SearchPlayers(boards.NowMs, prefix, after, limit)));
    }

    private async Task ListFriendsAsync(HttpContext context, Caller caller)
    {
        Reply<FriendsReading> friends = await boards.AskPlayersAsync<ReadFriends, FriendsReading>(
            new ReadFriends(boards.NowMs, caller.UserId));
        if (!friends.HasValue)
        {
            await Problems.WriteAsync(context, friends.Status);
            return;
        }

        await WriteListAsync(context, await boards.AskPlayersAsync<ReadProfiles, PlayersReading>(
            new ReadProfiles(boards.NowMs, friends.Value.PlayerIds)));
    }

    private async Task FindOwnAsync(HttpContext context, Caller caller)
    {
        if (await names.OfCallerAsync(caller) is { } player) await WriteAsync(context, player);
        else await Problems.WriteAsync(context, ReplyStatus.Busy);
    }

    private async Task SaveAsync(HttpContext context, Caller caller)
    {
        if (await IsRefusedAsync(context, caller)) return;
        Body<PlayerRequest> body = await RequestBody.ReadAsync(context, LeaderboardsJson.Default.PlayerRequest);
        if (body.Value is not { } request) return;
        var errors = new FieldErrors();
        string name = request.Username?.Trim() ?? "";
        bool isName = name.Length is > 0 and <= PlayersMachine.MaxNameLength;
        errors.Check(isName, "username", "Must have 1 to 40 characters.");
        byte region = GameModes.RegionOf(request.Region);
        errors.Check(request.Region is null || region != 0, "region", "There is no such region.");
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        Reply<PlayersReading> reply = await names.SaveAsync(caller.UserId, name, region);
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else await WriteAsync(context, reply.Value.Players[0]);
    }

    private Task FollowAsync(HttpContext context, Caller caller) => FollowAsync(context, caller, isFollowed: true);

    private Task UnfollowAsync(HttpContext context, Caller caller) => FollowAsync(context, caller, isFollowed: false);

    private async Task FollowAsync(HttpContext context, Caller caller, bool isFollowed)
    {
        if (await IsRefusedAsync(context, caller)) return;
        if (!IdText.TryRead(context, "id", out ulong other) || await names.OfCallerAsync(caller) is null)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        Reply<BoardResult> reply = await boards.AskPlayersAsync<FollowPlayer, BoardResult>(
            new FollowPlayer(boards.NowMs, caller.UserId, other, isFollowed));
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code == BoardCode.Ok) context.Response.StatusCode = StatusCodes.Status204NoContent;
        else await Problems.WriteAsync(context, LeaderboardProblems.Of(reply.Value.Code));
    }

    private async ValueTask<bool> IsRefusedAsync(HttpContext context, Caller caller)
    {
        RateLimitVerdict verdict = await limits.Change.TakeAsync(RateLimitKey.OfUser(caller.UserId));
        if (!verdict.Allowed) await limits.Change.RefuseAsync(context, verdict);
        return !verdict.Allowed;
    }

    private static Task WriteListAsync(HttpContext context, Reply<PlayersReading> reply)
    {
        if (!reply.HasValue) return Problems.WriteAsync(context, reply.Status);
        PlayersReading found = reply.Value;
        string? next = found.HasMore ? found.Players[^1].Name.ToLowerInvariant() : null;
        var answer = new PlayerListAnswer([.. found.Players.Select(Of)], found.HasMore, next);
        return JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, LeaderboardsJson.Default.PlayerListAnswer);
    }

    private static Task WriteAsync(HttpContext context, PlayerProfile player) => JsonResponse.WriteAsync(
        context, StatusCodes.Status200OK, Of(player), LeaderboardsJson.Default.PlayerAnswer);

    private static PlayerAnswer Of(PlayerProfile player) => new(
        player.PlayerId, player.Name, GameModes.RegionName(player.Region), BoardAnswers.TimeOf(player.CreatedMs));
}
