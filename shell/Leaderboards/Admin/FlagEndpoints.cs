using System.Globalization;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Shell.Leaderboards.Admin;

/// <summary>What waits for review. For administrators. Thread-safe.</summary>
public sealed class FlagEndpoints(LeaderboardClient boards, PlayerNames names, Bearer bearer)
{
    private const string Tag = "Leaderboards administration";
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;
    private static readonly (string Name, bool Value)[] Orders = [("earliest", false), ("anomaly", true)];

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/flags/{mode}", bearer.RequireAdmin(ListAsync))
            .Describe(Tag, "A game mode's cases of suspected cheating")
            .NeedsToken(AccountRole.Admin).Query("all", "true: also those that were decided")
            .Query("sort", "earliest, which is usual, or anomaly: the highest anomaly score first")
            .Query("player", "Only this player's").Query("limit", "Cases a page, 1 to 200")
            .Query("cursor", "'nextCursor' of the page before")
            .Gives<FlagListAnswer>().Fails(400, 401, 403, 404, 503);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        if (!GameModes.TryFind(context.Request.RouteValues["mode"] as string, out GameMode? mode))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such game mode.");
            return;
        }

        var query = new QueryReader(context);
        bool isAll = query.Flag("all");
        bool isByScore = query.Choice("sort", Orders);
        ulong playerId = query.Id("player") ?? 0;
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        int after = query.Number("cursor", 0, int.MaxValue) ?? 0;
        if (await query.RefusedAsync()) return;
        Reply<CasesReading> reply = await boards.AskAsync<ReadCases, CasesReading>(
            mode, new ReadCases(boards.NowMs, after, limit, isAll, playerId, isByScore));
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return;
        }

        CasesReading found = reply.Value;
        await names.LearnAsync(found.Cases.Select(static each => each.PlayerId));
        var items = new List<FlagAnswer>(found.Cases.Count);
        foreach (CheatCase one in found.Cases) items.Add(await DescribeAsync(mode, one));
        long last = isByScore ? after + found.Cases.Count : found.HasMore ? found.Cases[^1].CaseId : 0;
        string? next = found.HasMore ? TextOf(last) : null;
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, new FlagListAnswer(items, found.HasMore, next),
            LeaderboardsJson.Default.FlagListAnswer);
    }

    private async ValueTask<FlagAnswer> DescribeAsync(GameMode mode, CheatCase one)
    {
        Reply<PlayerReading> player = await boards.PlayerAsync(mode, one.PlayerId);
        PlayerReading reading = player.Value;
        return new FlagAnswer(
            TextOf(one.CaseId),
            mode.Slug,
            one.PlayerId,
            names.Known(one.PlayerId).Name,
            one.Status.ToString().ToLowerInvariant(),
            BoardAnswers.ReasonsOf(one.Reasons),
            BoardAnswers.TimeOf(one.OpenedMs),
            BoardAnswers.TimeOf(one.LastMs),
            one.HeldCount,
            [.. one.Held.Select(Of)],
            reading.GamesPlayed,
            reading.TotalScore / Math.Max(1, reading.GamesPlayed),
            reading.BestScore,
            reading.Ban.ToString().ToLowerInvariant(),
            one.Anomaly is { } anomaly
                ? ReviewEndpoints.Describe(anomaly.Score, anomaly.Pattern, anomaly.Games, anomaly.Reasons)
                : null);
    }

    private static HeldScoreAnswer Of(HeldScore held) => new(
        held.SubmissionId.ToString("x16", CultureInfo.InvariantCulture),
        held.Score,
        held.DurationSeconds,
        BoardAnswers.TimeOf(held.PlayedMs),
        BoardAnswers.ReasonsOf(held.Reasons));

    private static string TextOf(long id) => id.ToString(CultureInfo.InvariantCulture);
}
