using System.Globalization;
using Catalog.Engine.Leaderboards.Insights;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Play.Contracts;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>
/// What a player's scores depend on. For the player and administrators; to others it does not exist. Thread-safe.
/// </summary>
public sealed class InsightEndpoints(PlaySource play, InsightWriter writer, PlayerNames names, Bearer bearer)
{
    private const int MostMinutes = 14 * 60;

    /// <summary>Maps <c>GET api/players/{id}/insights</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/players/{id}/insights", bearer.RequireUser(HandleAsync))
            .Describe("Skill", "What a player's scores depend on: the time of the day, breaks, the mode").NeedsToken()
            .Query("utc_offset_minutes", "How far the player's clock is ahead of UTC, -840 to 840")
            .Gives<InsightListAnswer>().Fails(400, 401, 404, 503);

    /// <summary>Whether the caller may see what only concerns the player the path names.</summary>
    internal static bool MayRead(HttpContext context, Caller caller, out ulong playerId) =>
        IdText.TryRead(context, "id", out playerId) && (caller.UserId == playerId || caller.IsAdmin);

    private async Task HandleAsync(HttpContext context, Caller caller)
    {
        if (!MayRead(context, caller, out ulong id) || await names.FindAsync(id) is null)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        var query = new QueryReader(context);
        int offset = query.Number("utc_offset_minutes", -MostMinutes, MostMinutes) ?? 0;
        if (await query.RefusedAsync()) return;
        await play.WaitAsync(context.RequestAborted);
        PlayedGame[] games = play.GamesOf(id);
        InsightReport report = play.Read((games, offset), static (book, ask) =>
            book.InsightsOf(ask.games, ask.offset));
        InsightAnswer[] insights = [.. report.Insights.Select(Describe)];
        (string summary, string by) = await writer.SummariseAsync(id, report, insights, context.RequestAborted);
        context.Response.Headers.CacheControl = "private, max-age=60";
        var answer = new InsightListAnswer(
            id, report.Games, report.MissingGames, games.Length == 0 ? null : BoardAnswers.TimeOf(games[0].TimeMs),
            insights, summary, by);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, PlayJson.Default.InsightListAnswer);
    }

    private static InsightAnswer Describe(PerformanceInsight insight)
    {
        bool isMode = insight.Factor == InsightFactor.Mode;
        GameMode? mode = isMode ? PlaySource.ModeOf(int.Parse(insight.Group, CultureInfo.InvariantCulture)) : null;
        string factor = insight.Factor switch
        {
            InsightFactor.PartOfDay => "part_of_day",
            InsightFactor.WarmUp => "warm_up",
            _ => insight.Factor.ToString().ToLowerInvariant(),
        };
        return new InsightAnswer(
            factor,
            mode?.Slug ?? insight.Group,
            Math.Round(insight.Effect, 3),
            Math.Round(insight.Low, 3),
            Math.Round(insight.High, 3),
            insight.Games,
            insight.OtherGames,
            mode is null ? insight.Words : $"{mode.Terms.Name}: {insight.Words}",
            insight.Advice);
    }
}
