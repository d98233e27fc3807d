using System.Text;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Admin;

/// <summary>
/// What moderators do: decide on cases, ban, remove and adjust scores, end a season, plan events. Every action is in
/// the audit log. For administrators. Thread-safe.
/// </summary>
public sealed partial class ModerationEndpoints(LeaderboardClient boards, Bearer bearer)
{
    private const string Tag = "Leaderboards administration";

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        MapPost(routes, "/api/admin/flags/{mode}/{case_id}/clear", "Clear a case: its held scores count", ClearAsync)
            .Audited("flag.clear", "case_id");
        MapPost(
            routes, "/api/admin/flags/{mode}/{case_id}/uphold", "Uphold a case: its scores never count", UpholdAsync)
            .Audited("flag.uphold", "case_id");
        MapPost(routes, "/api/admin/players/{id}/ban/{mode}", "Take a player off a mode's boards, or back", BanAsync)
            .Takes<BanRequest>().Audited("player.ban", "id");
        MapPost(routes, "/api/admin/players/{id}/remove-scores/{mode}",
            "Remove all scores of a player: everybody behind moves up, and is told", RemoveAsync)
            .Audited("player.remove-scores", "id");
        MapPost(routes, "/api/admin/players/{id}/adjust/{mode}", "Change a player's score by hand", AdjustAsync)
            .Takes<AdjustRequest>().Audited("player.adjust", "id");
        MapPost(routes, "/api/admin/leaderboard/{mode}/season/reset",
            "End the season now: it is archived, its top rewarded, another begins", ResetAsync)
            .Query("season", "The season that is meant, as S4-2026: nothing happens when another has begun")
            .Audited("season.reset", "mode");
        MapContests(routes);
    }

    private IEndpointConventionBuilder MapPost(
        IEndpointRouteBuilder routes, string path, string summary, CallerDelegate handler) =>
        routes.MapPost(path, bearer.RequireAdmin(handler))
            .Describe(Tag, summary).NeedsToken(AccountRole.Admin).NeedsIdempotencyKey()
            .Gives<ModerationAnswer>().Fails(400, 401, 403, 404, 409, 413, 415, 422, 503, 507);

    private Task ClearAsync(HttpContext context, Caller caller) => JudgeAsync(context, caller, isCleared: true);

    private Task UpholdAsync(HttpContext context, Caller caller) => JudgeAsync(context, caller, isCleared: false);

    private async Task JudgeAsync(HttpContext context, Caller caller, bool isCleared)
    {
        if (await FindModeAsync(context) is not { } mode) return;
        IdText.TryRead(context, "case_id", out ulong id);
        if (await ReadKeyAsync(context, caller, isCleared ? "flag.clear" : "flag.uphold", mode.Id ^ (id << 8))
            is not { } key) return;
        await SendAsync(context, mode, new JudgeCase(boards.NowMs, (long)id, isCleared, caller.UserId, key));
    }

    private async Task BanAsync(HttpContext context, Caller caller)
    {
        if (await FindModeAsync(context) is not { } mode) return;
        Body<BanRequest> body = await RequestBody.ReadAsync(context, LeaderboardsJson.Default.BanRequest);
        if (body.Value is not { } request) return;
        var errors = new FieldErrors();
        bool isKind = Enum.TryParse(request.Kind, ignoreCase: true, out BanKind kind) && Enum.IsDefined(kind);
        errors.Check(isKind, "kind", "Must be one of none, shadow, temporary, permanent.");
        bool hasEnd = kind != BanKind.Temporary || request.Until?.ToUnixTimeMilliseconds() > boards.NowMs;
        errors.Check(hasEnd, "until", "Must be a moment to come.");
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        IdText.TryRead(context, "id", out ulong id);
        if (await ReadKeyAsync(context, caller, "player.ban", body.Hash ^ id ^ (mode.Id << 56)) is not { } key) return;
        long untilMs = request.Until?.ToUnixTimeMilliseconds() ?? 0;
        await SendAsync(context, mode, new BanPlayer(boards.NowMs, id, kind, untilMs, caller.UserId, key));
    }

    private async Task RemoveAsync(HttpContext context, Caller caller)
    {
        if (await FindModeAsync(context) is not { } mode) return;
        IdText.TryRead(context, "id", out ulong id);
        if (await ReadKeyAsync(context, caller, "player.remove-scores", id ^ (mode.Id << 56)) is not { } key) return;
        await SendAsync(context, mode, new RemoveScores(boards.NowMs, id, caller.UserId, key));
    }

    private async Task AdjustAsync(HttpContext context, Caller caller)
    {
        if (await FindModeAsync(context) is not { } mode) return;
        Body<AdjustRequest> body = await RequestBody.ReadAsync(context, LeaderboardsJson.Default.AdjustRequest);
        if (body.Value is not { } request) return;
        var errors = new FieldErrors();
        byte region = GameModes.RegionOf(request.Region);
        errors.Check(request.Delta is not null and not 0, "delta", "Must be a number other than 0.");
        errors.Check(request.Region is null || region != 0, "region", "There is no such region.");
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        IdText.TryRead(context, "id", out ulong id);
        if (await ReadKeyAsync(context, caller, "player.adjust", body.Hash ^ id ^ (mode.Id << 56)) is not { } key)
            return;
        await SendAsync(context, mode, new AdjustScore(
            boards.NowMs, id, request.Delta!.Value, region, caller.UserId, key));
    }

    private async Task ResetAsync(HttpContext context, Caller caller)
    {
        if (await FindModeAsync(context) is not { } mode) return;
        var query = new QueryReader(context);
        string? name = query.Text("season");
        int season = name is null ? 0 : BoardTypes.FindWindow(WindowKind.Seasonal, name, boards.NowMs);
        query.Check(season >= 0, "season", "There is no such season.");
        if (await query.RefusedAsync()) return;
        ulong payload = mode.Id ^ ((ulong)season << 32);
        if (await ReadKeyAsync(context, caller, "season.reset", payload) is not { } key) return;
        await SendAsync(context, mode, new ResetSeason(boards.NowMs, caller.UserId, key, season));
    }

    private async Task SendAsync<TCommand>(HttpContext context, GameMode mode, TCommand command)
        where TCommand : struct, ICommand<BoardResult>
    {
        Reply<BoardResult> reply = await boards.AskAsync<TCommand, BoardResult>(mode, in command);
        if (await RefusedAsync(context, reply, ProblemCodes.RevisionConflict)) return;
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, new ModerationAnswer(reply.Value.Number),
            LeaderboardsJson.Default.ModerationAnswer);
    }

    private static async Task<GameMode?> FindModeAsync(HttpContext context)
    {
        if (GameModes.TryFind(context.Request.RouteValues["mode"] as string, out GameMode? mode)) return mode;
        await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such game mode.");
        return null;
    }

    private static async Task<IdempotencyKey?> ReadKeyAsync(
        HttpContext context, Caller caller, string operation, ulong payload)
    {
        ReadOnlyMemory<byte> name = Encoding.UTF8.GetBytes("leaderboards." + operation);
        if (IdempotencyHeader.Read(context, caller.UserId, name.Span, payload, out IdempotencyKey key) is not { } bad)
            return key;
        await Problems.WriteAsync(context, bad);
        return null;
    }
}
