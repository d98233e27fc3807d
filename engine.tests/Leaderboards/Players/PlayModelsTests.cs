using Catalog.Engine.Leaderboards.Matchmaking;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Models;
using Catalog.Engine.Wire;
using Catalog.Seed.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Players;

/// <summary>All models together, on the games of a small world.</summary>
public sealed class PlayModelsTests
{
    private const int Players = 6_000;
    private static readonly PlayWorld World = new(Players, 5, 20_000 * PlayWorld.DayMs);
    private static readonly Lazy<(PlayModels Models, bool[] IsFlagged, int[] Games)> Played = new(Play);

    [Fact]
    public void CheatersAreFoundAndHonestPlayersLeftAlone()
    {
        (_, bool[] isFlagged, _) = Played.Value;
        int[] games = CheatedGames();
        int[] cheaters = [.. Enumerable.Range(0, Players)
            .Where(player => games[player] >= 40 && World.ProfileOf(player).CheatFrom >= 45)];
        int found = cheaters.Count(player => isFlagged[player]);
        int wrong = Enumerable.Range(0, Players).Count(player => isFlagged[player] && games[player] == 0);
        Assert.True(cheaters.Length >= 4 && found >= cheaters.Length - 1, $"{found} of {cheaters.Length} found.");
        Assert.InRange(wrong, 0, 8);
    }

    [Fact]
    public void RatingsFollowPlantedSkill()
    {
        (PlayModels models, _, int[] games) = Played.Value;
        double sum = 0, squares = 0, both = 0, ratings = 0, ratingSquares = 0;
        int count = 0;
        for (int player = 0; player < Players; player++)
        {
            if (games[player] < 20 || models.SkillOf((ulong)player, World.TodayMs) is not { } skill) continue;
            double truth = World.ProfileOf(player).SkillOn(PlayWorld.Days);
            (sum, squares, both) = (sum + truth, squares + (truth * truth), both + (truth * skill.Rating));
            (ratings, ratingSquares) = (ratings + skill.Rating, ratingSquares + (skill.Rating * skill.Rating));
            count++;
        }

        double covariance = both - (sum * ratings / count);
        double fit = covariance * covariance
            / ((squares - (sum * sum / count)) * (ratingSquares - (ratings * ratings / count)));
        Assert.True(fit > 0.8, $"R² is {fit:0.00} of {count}.");
    }

    [Fact]
    public void ALoadedOneAnswersTheSame()
    {
        (PlayModels models, _, _) = Played.Value;
        byte[] bytes = Save(models);
        var loaded = new PlayModels(GameModes.All.Count, Players);
        var reader = new MessagePackReader(bytes);
        loaded.Load(ref reader);
        Assert.True(reader.End);
        loaded.CheckInvariants();
        Assert.Equal(bytes, Save(loaded));
        for (ulong player = 0; player < Players; player += 7)
        {
            Assert.Equal(models.SkillOf(player, World.TodayMs), loaded.SkillOf(player, World.TodayMs));
            Assert.Equal(models.Judge(player), loaded.Judge(player));
            Assert.Equal(models.ChurnOf(player, World.TodayMs), loaded.ChurnOf(player, World.TodayMs));
        }

        Assert.Equal(models.AtRisk(World.TodayMs, 20), loaded.AtRisk(World.TodayMs, 20));
        Assert.Throws<MessagePackFormatException>(() =>
        {
            var cut = new MessagePackReader(bytes.AsSpan(0, bytes.Length / 2));
            new PlayModels(GameModes.All.Count, Players).Load(ref cut);
        });
    }

    [Fact]
    public void WhoIsAtRiskComesFirstAndSaysWhy()
    {
        (PlayModels models, _, _) = Played.Value;
        Assert.True(models.KnowsChurn && models.KnowsAnomalies);
        var risks = models.AtRisk(World.TodayMs, 20);
        Assert.NotEmpty(risks);
        Assert.Equal(risks.OrderByDescending(risk => risk.Probability), risks);
        Assert.All(risks, risk => Assert.NotEmpty(risk.Words));
        Assert.Empty(models.AtRisk(World.TodayMs, 0));
    }

    [Fact]
    public void NobodyKnownIsNoAnswerAndWhoHasNoRoomIsNotLookedAt()
    {
        var models = new PlayModels(1, 1);
        var game = new PlayedGame(1_000_000, 0, 100, 60);
        for (int i = 0; i < 300; i++) models.Observe(1, 1, game with { Score = i });
        models.Observe(2, 1, game);
        Assert.Equal(1, models.Players);
        Assert.Null(models.SkillOf(2, 0));
        Assert.NotNull(models.SkillOf(1, 0));
        Assert.Null(models.ChurnOf(1, 0));
        Assert.Empty(models.Explain(1));
        Assert.Equal(0, models.FindOpponents(1, 0, 1_000_000, new Opponent[5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => models.Observe(1, 1, game with { Mode = 1 }));
    }

    [Fact]
    public void ObservingAllocatesNothing()
    {
        (PlayModels models, _, _) = Played.Value;
        var game = new PlayedGame(World.TodayMs, 0, 3_000, 480);
        AllocationGate.AssertNone(() => models.Judge(3));
        Span<Opponent> found = new Opponent[5];
        Assert.Equal(5, models.FindOpponents(FirstRated(models), -1, World.TodayMs, found));
        var fresh = new PlayModels(3, 10);
        AllocationGate.AssertNone(() => fresh.Observe(3, 1, game));
    }

    private static ulong FirstRated(PlayModels models)
    {
        ulong player = 0;
        while (models.SkillOf(player, World.TodayMs) is not { Games: > 100 }) player++;
        return player;
    }

    private static (PlayModels Models, bool[] IsFlagged, int[] Games) Play()
    {
        var models = new PlayModels(GameModes.All.Count, Players);
        var stream = new PlayStream(World);
        bool[] isFlagged = new bool[Players];
        int[] games = new int[Players];
        while (stream.TryNext(out ReadOnlySpan<Submission> day))
        {
            foreach (Submission each in day)
            {
                var game = new PlayedGame(each.TimeMs, each.Mode, each.Score, each.DurationSeconds);
                isFlagged[each.Player] |= models.Observe((ulong)each.Player, 1, game).IsFlagged;
                games[each.Player]++;
            }

            if (stream.Day < 45 || stream.Day % 15 != 0) continue;
            models.Train(World.BeginMs + (stream.Day * PlayWorld.DayMs) - 1);
        }

        models.CheckInvariants();
        return (models, isFlagged, games);
    }

    private static int[] CheatedGames()
    {
        int[] games = new int[Players];
        var stream = new PlayStream(World);
        PlayerProfile[] profiles = [.. Enumerable.Range(0, Players).Select(World.ProfileOf)];
        while (stream.TryNext(out ReadOnlySpan<Submission> day))
            foreach (Submission each in day)
                if (World.DayOf(each.TimeMs) >= profiles[each.Player].CheatFrom) games[each.Player]++;
        return games;
    }

    private static byte[] Save(PlayModels models) => ModelBytes.Of(buffer =>
    {
        var writer = new MessagePackWriter(buffer);
        models.Save(ref writer);
    });
}
