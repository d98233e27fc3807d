using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Matchmaking;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Play.Contracts;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>How good players are, and who is a fair opponent. For everybody. Thread-safe.</summary>
public sealed class SkillEndpoints(PlaySource play, PlayerNames names)
{
    private const string Tag = "Skill";
    private const string CacheControl = "public, max-age=5";
    private const double Confidence = 1.96;
    private const int DefaultLimit = 5;
    private const int MaxLimit = 50;
    private static readonly (OpponentTraits Trait, string Name)[] Traits =
    [
        (OpponentTraits.EvenChances, "even_chances"),
        (OpponentTraits.SameRegion, "same_region"),
        (OpponentTraits.PlayedToday, "played_today"),
        (OpponentTraits.Provisional, "provisional"),
    ];

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/players/{id}/skill-rating", SkillAsync)
            .Describe(Tag, "A player's skill: rated anew with every game that counts")
            .Gives<SkillAnswer>().Fails(404, 503);
        routes.MapGet("/api/matchmaking/find-opponents", OpponentsAsync)
            .Describe(Tag, "Fair opponents: by skill, mode, region and recent play")
            .Query("player_id", "Who asks").Query("game_mode", "The mode to play; without it the player's own")
            .Query("limit", "Opponents, 1 to 50; 5 without it")
            .Gives<OpponentListAnswer>().Fails(400, 404, 503);
    }

    private async Task SkillAsync(HttpContext context)
    {
        PlayerProfile? player = IdText.TryRead(context, "id", out ulong id) ? await names.FindAsync(id) : null;
        await play.WaitAsync(context.RequestAborted);
        if (player is not { } found || play.SkillOf(id) is not { } skill)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, Unknown(player is not null));
            return;
        }

        context.Response.Headers.CacheControl = CacheControl;
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, Describe(found, skill), PlayJson.Default.SkillAnswer);
    }

    private async Task OpponentsAsync(HttpContext context)
    {
        var query = new QueryReader(context);
        ulong id = query.Id("player_id") ?? 0;
        query.Check(id != 0, "player_id", "Is required.");
        string? slug = query.Text("game_mode");
        GameMode? mode = null;
        query.Check(slug is null || GameModes.TryFind(slug, out mode), "game_mode", "There is no such game mode.");
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        if (await query.RefusedAsync()) return;
        PlayerProfile? player = await names.FindAsync(id);
        await play.WaitAsync(context.RequestAborted);
        if (player is not { } found || play.SkillOf(id) is not { } skill)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, Unknown(player is not null));
            return;
        }

        int index = mode is null ? skill.Mode : PlaySource.IndexOf(mode);
        Opponent[] opponents = Find(id, index, limit);
        await names.LearnAsync(opponents.Select(static each => each.PlayerId));
        context.Response.Headers.CacheControl = CacheControl;
        var answer = new OpponentListAnswer(
            id, found.Name, PlaySource.ModeOf(index).Slug, (int)Math.Round(skill.Rating),
            [.. opponents.Select(Describe)]);
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, PlayJson.Default.OpponentListAnswer);
    }

    private Opponent[] Find(ulong id, int mode, int limit) =>
        play.Read((id, mode, limit, play.NowMs), static (book, ask) =>
        {
            var found = new Opponent[ask.limit];
            return found[..book.Models.FindOpponents(ask.id, ask.mode, ask.NowMs, found)];
        });

    private OpponentAnswer Describe(Opponent opponent) => new(
        opponent.PlayerId,
        names.Known(opponent.PlayerId).Name,
        GameModes.RegionName(opponent.Region),
        (int)Math.Round(opponent.Rating),
        (int)Math.Round(opponent.Deviation),
        Math.Round(opponent.WinChance, 3),
        BoardAnswers.TimeOf(opponent.LastGameMs),
        [.. Traits.Where(each => opponent.Traits.HasFlag(each.Trait)).Select(static each => each.Name)]);

    private static SkillAnswer Describe(PlayerProfile player, SkillRating skill) => new(
        player.PlayerId,
        player.Name,
        (int)Math.Round(skill.Rating),
        (int)Math.Round(skill.Deviation),
        (int)Math.Round(skill.Rating - (Confidence * skill.Deviation)),
        (int)Math.Round(skill.Rating + (Confidence * skill.Deviation)),
        Math.Round(skill.Volatility, 4),
        skill.Games,
        Math.Round(skill.Percentile, 4),
        skill.Tier,
        skill.IsProvisional,
        PlaySource.ModeOf(skill.Mode).Slug);

    private static string Unknown(bool isPlayer) =>
        isPlayer ? "The player has no rated game yet." : "There is no such player.";
}
