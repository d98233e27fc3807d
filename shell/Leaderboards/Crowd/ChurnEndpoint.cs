using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards.Churn;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Crowd.Contracts;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>Who is likely to leave, and why: for administrators. Thread-safe.</summary>
internal sealed class ChurnEndpoint(
    ChurnSurvey survey, ProjectionView<EngagementBook> book, PlaySource play, PlayerNames names, Bearer bearer)
{
    private const int UsualRows = 50;
    private const int MaxRows = 500;
    private const double Level = 0.8;

    // The normal distribution's 90th percentile.
    private const double Reach = 1.2816;

    private static readonly string[] Reasons =
    [
        "Plays at least a quarter less than a fortnight before",
        "Has not played for more than three days",
        "Plays as usual, but as those did who left",
    ];

    /// <summary>Maps <c>GET api/admin/insight/churn</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/insight/churn", bearer.RequireAdmin(HandleAsync))
            .Describe("Leaderboards insight", "Who is likely to be gone in a week, how many, and why")
            .Query("limit", "How many players to name: 50 otherwise, 500 at most")
            .NeedsToken(AccountRole.Admin).Gives<ChurnCrowdAnswer>().Fails(400, 401, 403);

    private async Task HandleAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        int limit = query.Number("limit", 1, MaxRows) ?? UsualRows;
        if (await query.RefusedAsync()) return;
        ChurnSummary summary = await survey.AskAsync(context.RequestAborted);
        ChurnRisk[] shown = [.. summary.Players.Take(limit)];
        await names.LearnAsync(shown.Select(static each => each.PlayerId));
        double spread = Reach * Math.Sqrt(summary.Variance);
        var answer = new ChurnCrowdAnswer(
            summary.IsKnown,
            BoardAnswers.TimeOf(summary.AsOfMs),
            summary.Judged,
            summary.AtRisk,
            Math.Round(summary.AlarmFrom, 3),
            Math.Round(summary.Expected, 1),
            Level,
            Math.Round(Math.Max(0, summary.Expected - spread), 1),
            Math.Round(summary.Expected + spread, 1),
            [.. summary.Classes.Select(static (count, i) => new RiskCountAnswer(
                (double)i / ChurnSurvey.Classes, (i + 1.0) / ChurnSurvey.Classes, count))],
            [.. summary.Reasons.Select(static (count, i) => new ChurnReasonAnswer(Reasons[i], count))],
            [.. shown.Select(AnswerOf)]);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, CrowdJson.Default.ChurnCrowdAnswer);
    }

    private ChurnPlayerAnswer AnswerOf(ChurnRisk risk)
    {
        int games = book.Read(risk.PlayerId, static (all, id) => all.Find(id)?.Games ?? 0);
        return new ChurnPlayerAnswer(
            risk.PlayerId, names.Known(risk.PlayerId).Name, Math.Round(risk.Probability, 3), risk.Words,
            risk.SilentDays, games, play.SkillOf(risk.PlayerId)?.Tier);
    }
}
