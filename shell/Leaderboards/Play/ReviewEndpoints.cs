using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Shell.Auth;
using Catalog.Shell.Events;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Play.Contracts;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>
/// What a human needs to decide on a player, and how good flags have been. For administrators. Thread-safe.
/// </summary>
public sealed class ReviewEndpoints(
    PlaySource play, EvidenceReader evidence, ProjectionView<ReviewFigures> reviews, PlayTrainer trainer,
    PlayerNames names, ReadYourWrites reads, Bearer bearer)
{
    private const string Tag = "Leaderboards administration";
    private static readonly CheatPattern[] Patterns =
        [CheatPattern.SpeedHack, CheatPattern.ScoreInjection, CheatPattern.Bot, CheatPattern.AccountSharing];

    private static readonly CheatReasons[] Rules =
        [CheatReasons.ScoreTooHigh, CheatReasons.TooShort, CheatReasons.TooLong, CheatReasons.TooFrequent];

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/admin/players/{id}/evidence/{mode}", bearer.RequireAdmin(EvidenceAsync))
            .Describe(Tag, "A player's latest games in a mode, what is unusual in them, and everybody's beside")
            .NeedsToken(AccountRole.Admin).Gives<EvidenceAnswer>().Fails(401, 403, 404, 503);
        routes.MapGet("/api/admin/anti-cheat/{mode}", bearer.RequireAdmin(AccuracyAsync))
            .Describe(Tag, "How good a mode's flags are: precision, recall, common patterns")
            .NeedsToken(AccountRole.Admin).Gives<AntiCheatAnswer>().Fails(401, 403, 404, 503);
    }

    /// <summary>What the analyzer says, as a document; null while it says nothing.</summary>
    internal static AnomalyAnswer? Describe(
        double score, CheatPattern pattern, int games, IReadOnlyList<AnomalyReason> reasons) =>
        score <= 0 ? null : new AnomalyAnswer(
            Math.Round(score, 3),
            BoardAnswers.PatternOf(pattern),
            games,
            [.. reasons.Select(static each => new AnomalyReasonAnswer(
                each.Code, Math.Round(each.Deviations, 1), each.Words))]);

    private async Task EvidenceAsync(HttpContext context, Caller caller)
    {
        PlayerProfile? player = IdText.TryRead(context, "id", out ulong id) ? await names.FindAsync(id) : null;
        if (player is not { } found || FindMode(context) is not { } mode)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        await play.WaitAsync(context.RequestAborted);
        (AnomalyVerdict verdict, int games, IReadOnlyList<AnomalyReason> reasons) = play.JudgementOf(id);
        SkillRating? skill = play.SkillOf(id);
        var answer = new EvidenceAnswer(
            id,
            found.Name,
            mode.Slug,
            Describe(verdict.Score, verdict.Pattern, games, reasons),
            evidence.GamesOf(id, mode),
            evidence.Compare(id, mode),
            skill is null ? null : (int)Math.Round(skill.Value.Rating),
            skill is null ? null : Math.Round(skill.Value.Percentile, 4));
        context.Response.Headers.CacheControl = "no-store";
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, PlayJson.Default.EvidenceAnswer);
    }

    private async Task AccuracyAsync(HttpContext context, Caller caller)
    {
        if (FindMode(context) is not { } mode)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such game mode.");
            return;
        }

        await reads.WaitAsync(reviews, context.RequestAborted);
        bool knows = play.Read(0, static (book, _) => book.Models.KnowsAnomalies);
        DateTime? trained = trainer.TrainedMs == 0 ? null : BoardAnswers.TimeOf(trainer.TrainedMs);
        AntiCheatAnswer answer = reviews.Read((mode, knows, trained), static (all, ask) =>
            Describe(ask.mode, all.Find(ask.mode.Id), ask.knows, ask.trained));
        context.Response.Headers.CacheControl = "no-store";
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, PlayJson.Default.AntiCheatAnswer);
    }

    private static AntiCheatAnswer Describe(GameMode mode, ModeReviews? found, bool knows, DateTime? trained) => new(
        mode.Slug,
        found?.Open ?? 0,
        Describe("analyzer", found?.Analyzer ?? default),
        Describe("rules", found?.RulesFlags ?? default),
        found?.Cheaters ?? 0,
        found is null ? 0 : found.Cheaters - found.FoundByAnalyzer,
        found is null ? null : Share(found.Recall),
        [.. Patterns.Select(each => Describe(BoardAnswers.PatternOf(each), found?.Of(each) ?? default))],
        [.. Rules.Select(each => new RuleCountAnswer(BoardAnswers.ReasonsOf(each)[0], found?.Of(each) ?? 0))],
        knows,
        trained);

    private static FlagCountsAnswer Describe(string name, FlagCounts counts) =>
        new(name, counts.Raised, counts.Upheld, counts.Cleared, Share(counts.Precision));

    private static double? Share(double share) => double.IsNaN(share) ? null : Math.Round(share, 4);

    private static GameMode? FindMode(HttpContext context) =>
        GameModes.TryFind(context.Request.RouteValues["mode"] as string, out GameMode? mode) ? mode : null;
}
