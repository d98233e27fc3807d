using System.Numerics;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Shell.Auth;
using Catalog.Shell.Events;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Crowd.Contracts;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>How skilled players are: for administrators. Thread-safe.</summary>
internal sealed class SkillCrowdEndpoint(
    ProjectionView<EngagementBook> book, ReadYourWrites reads, PlaySource play, EmergingSurvey emerging, Bearer bearer)
{
    private const int SampleSize = 20_000;
    private const int ShownPoints = 400;
    private const int ShownEmerging = 10;

    // From here on a player is near the top: advanced, the best tenth.
    private const int NearTop = 2;
    private const double SecondsAnHour = 3_600;

    private static readonly (string Name, double From)[] Tiers =
        [("beginner", 0), ("intermediate", 0.6), ("advanced", 0.9), ("pro", 0.99)];

    private static readonly (string Name, GameMode Value)[] Modes =
        [.. GameModes.All.Select(static mode => (mode.Slug, mode))];

    /// <summary>Maps <c>GET api/admin/insight/skill</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/insight/skill", bearer.RequireAdmin(HandleAsync))
            .Describe("Leaderboards insight", "How skilled players are, what experience brings, and who emerges")
            .Query("mode", "The mode experience is counted in; the first one otherwise")
            .NeedsToken(AccountRole.Admin).Gives<SkillCrowdAnswer>().Fails(400, 401, 403);

    private async Task HandleAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        GameMode mode = query.Choice("mode", Modes);
        if (await query.RefusedAsync()) return;
        await reads.WaitAsync(book, context.RequestAborted);
        await play.WaitAsync(context.RequestAborted);
        (IReadOnlyList<int> counts, double[] bounds, IReadOnlyList<SkillPoint> sample) = play.Read(0, static (all, _) =>
            (all.Models.RatingCounts,
            Tiers.Select(tier => tier.From == 0 ? 0 : all.Models.RatingAt(tier.From)).ToArray(),
            all.Models.SampleSkill(SampleSize)));
        IReadOnlyList<(long Games, long Score)> steps = book.Read(mode.Id, static (all, id) => all.Experience(id));
        var answer = new SkillCrowdAnswer(
            counts.Sum(), TiersOf(sample, bounds), RatingsOf(counts, bounds), ProgressOf(sample),
            [.. steps.Select(AnswerOf)], PointsOf(sample, bounds),
            await emerging.FindAsync(bounds[NearTop], rating => Tiers[TierOf(rating, bounds)].Name, ShownEmerging));
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, CrowdJson.Default.SkillCrowdAnswer);
    }

    private static int TierOf(double rating, double[] bounds)
    {
        int tier = bounds.Length - 1;
        while (tier > 0 && rating < bounds[tier]) tier--;
        return tier;
    }

    private static TierAnswer[] TiersOf(IReadOnlyList<SkillPoint> sample, double[] bounds)
    {
        long[] players = new long[bounds.Length], games = new long[bounds.Length];
        foreach (SkillPoint point in sample)
        {
            int tier = TierOf(point.Rating, bounds);
            players[tier]++;
            games[tier] += point.Games;
        }

        double allPlayers = Math.Max(1, players.Sum()), allGames = Math.Max(1, games.Sum());
        return
        [
            .. Tiers.Select((tier, i) => new TierAnswer(
                tier.Name, Math.Round(bounds[i]), players[i] / allPlayers, games[i] / allGames,
                Math.Round((double)games[i] / Math.Max(1, players[i]), 1))),
        ];
    }

    private static List<RatingCountAnswer> RatingsOf(IReadOnlyList<int> counts, double[] bounds)
    {
        const int step = Engine.Leaderboards.Players.PlayModels.RatingStep;
        var ratings = new List<RatingCountAnswer>();
        int first = 0, last = counts.Count - 1;
        while (first < last && counts[first] == 0) first++;
        while (last > first && counts[last] == 0) last--;
        for (int i = first; i <= last && counts[i] + last > 0; i++)
        {
            string tier = Tiers[TierOf((i + 0.5) * step, bounds)].Name;
            ratings.Add(new RatingCountAnswer(i * step, (i + 1) * step, counts[i], tier));
        }

        return ratings;
    }

    private static ProgressAnswer[] ProgressOf(IReadOnlyList<SkillPoint> sample) =>
    [
        .. sample.GroupBy(static point => BitOperations.Log2((uint)point.Games)).OrderBy(static step => step.Key)
            .Select(static step =>
            {
                double[] ratings = [.. step.Select(static point => point.Rating).Order()];
                return new ProgressAnswer(
                    1 << step.Key, (2 << step.Key) - 1, ratings.Length, Math.Round(ratings.Average(), 1),
                    Math.Round(ratings[ratings.Length / 4], 1), Math.Round(ratings[ratings.Length * 3 / 4], 1));
            }),
    ];

    private static ExperienceAnswer AnswerOf((long Games, long Score) step, int index)
    {
        int from = 1 << index;
        bool isLast = index == EngagementBook.ExperienceSteps - 1;
        return new ExperienceAnswer(
            from, isLast ? null : (from * 2) - 1, step.Games, Math.Round((double)step.Score / step.Games, 1));
    }

    private SkillPointAnswer[] PointsOf(IReadOnlyList<SkillPoint> sample, double[] bounds)
    {
        int every = Math.Max(1, sample.Count / ShownPoints);
        SkillPoint[] shown = [.. sample.Where((_, i) => i % every == 0)];
        long[] seconds = book.Read(shown, static (all, asked) =>
            asked.Select(point => all.Find(point.PlayerId)?.Seconds ?? 0).ToArray());
        return
        [
            .. shown.Select((point, i) => new SkillPointAnswer(
                point.PlayerId, Math.Round(point.Rating, 1), point.Games, Math.Round(seconds[i] / SecondsAnHour, 2),
                Tiers[TierOf(point.Rating, bounds)].Name)),
        ];
    }
}
