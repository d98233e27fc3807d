using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Models;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Models;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Anomalies;

/// <summary>Standings are given here, so that each pattern is tried by itself; the whole is tried on a world.</summary>
public sealed class AnomalyModelTests
{
    private static readonly AnomalyModel Model = AnomalyModel.Train(Population(1_500))!;

    [Fact]
    public void HonestPlayersAreNotFlagged()
    {
        int flagged = 0;
        for (ulong seed = 5_000; seed < 6_000; seed++) flagged += Model.Judge(Honest(seed, 150)).IsFlagged ? 1 : 0;
        Assert.InRange(flagged, 0, 3);
    }

    [Fact]
    public void EachKindOfCheatingIsFlaggedAndNamed()
    {
        AssertFlagged(CheatPattern.SpeedHack, (standing, _) => standing with { Duration = standing.Duration - 3.5f });
        AssertFlagged(CheatPattern.ScoreInjection, (standing, _) => standing with { Score = 4.5f });
        AssertFlagged(
            CheatPattern.AccountSharing,
            (standing, game) => game / 8 % 2 == 0 ? standing with { Score = standing.Score + 2.4f } : standing);
    }

    [Fact]
    public void AProgramIsFlaggedThoughNothingItDoesIsTooGood()
    {
        PlayTrace trace = Honest(9_000, 60);
        var random = new SeededRandom(1);
        for (int game = 0; game < 200; game++)
        {
            var played = new PlayedGame((300L * 86_400_000) + (game * 505_000L), 0, 500 + random.Next(4_000), 480);
            float score = (float)(0.1 * random.NextGauss()), duration = (float)(0.1 * random.NextGauss());
            trace.Add(played, new GameStanding(score, duration, 0));
        }

        AnomalyVerdict verdict = Model.Judge(trace);
        Assert.True(verdict.IsFlagged && verdict.Pattern == CheatPattern.Bot, $"{verdict}");
        Assert.Contains(Model.Explain(trace), reason => reason.Code == "evenpauses");
    }

    [Fact]
    public void NothingIsSaidOfTheFirstGames()
    {
        var trace = default(PlayTrace);
        for (int game = 0; game < PlayTrace.FewestGames - 1; game++)
        {
            trace.Add(new PlayedGame(game * 900_000L, 0, 100, 60), new GameStanding(8, -8, 8));
            Assert.Equal(default, Model.Judge(trace));
        }
    }

    [Fact]
    public void ReasonsAreSentencesTheMostUnusualFirst()
    {
        PlayTrace trace = Honest(7, 80);
        Cheat(ref trace, 40, (standing, _) => standing with { Duration = standing.Duration - 4 });
        IReadOnlyList<AnomalyReason> reasons = Model.Explain(trace);
        Assert.InRange(reasons.Count, 1, 4);
        Assert.Contains(reasons, reason => reason.Code is "shortening" && reason.Words.StartsWith("Games became"));
        Assert.Equal(reasons.OrderByDescending(reason => reason.Deviations), reasons);
    }

    [Fact]
    public void StoringKeepsModelAndTraceAndTooFewTeachNothing()
    {
        byte[] bytes = ModelBytes.Of(buffer =>
        {
            var writer = new MessagePackWriter(buffer);
            Model.Save(ref writer);
            Honest(3, 90).Save(ref writer);
        });
        var reader = new MessagePackReader(bytes);
        AnomalyModel loaded = AnomalyModel.Load(ref reader);
        PlayTrace trace = PlayTrace.Load(ref reader);
        Assert.Equal(Honest(3, 90), trace);
        Assert.Equal(Model.Judge(trace), loaded.Judge(trace));
        Assert.Null(AnomalyModel.Train(Population(AnomalyModel.FewestRows - 1)));
    }

    [Fact]
    public void JudgingAllocatesNothing()
    {
        PlayTrace trace = Honest(3, 90);
        Cheat(ref trace, 40, (standing, _) => standing with { Duration = -4 });
        AllocationGate.AssertNone(() => Model.Judge(trace));
    }

    private static void AssertFlagged(CheatPattern pattern, Func<GameStanding, int, GameStanding> cheat)
    {
        int flagged = 0, named = 0;
        const int Cheaters = 40;
        for (ulong seed = 0; seed < Cheaters; seed++)
        {
            PlayTrace trace = Honest(8_000 + seed, 120);
            (bool isFlagged, CheatPattern first) = Cheat(ref trace, 60, cheat);
            flagged += isFlagged ? 1 : 0;
            named += first == pattern ? 1 : 0;
        }

        Assert.True(flagged >= Cheaters - 2, $"{pattern}: {flagged} of {Cheaters} flagged.");
        Assert.True(named >= Cheaters / 2, $"{pattern}: {named} of {Cheaters} named.");
    }

    private static (bool IsFlagged, CheatPattern First) Cheat(
        ref PlayTrace trace, int games, Func<GameStanding, int, GameStanding> cheat)
    {
        var random = new SeededRandom(77);
        for (int game = 0; game < games; game++)
        {
            Play(ref trace, 400_000 + (ulong)game, random, (standing) => cheat(standing, game));
            AnomalyVerdict verdict = Model.Judge(trace);
            if (verdict.IsFlagged) return (true, verdict.Pattern);
        }

        return (false, CheatPattern.None);
    }

    private static FeatureTable Population(int players)
    {
        var table = new FeatureTable(PlayTrace.Features, players);
        float[] row = new float[PlayTrace.Features];
        for (int player = 0; player < players; player++)
        {
            Honest((ulong)player, 40 + (player % 160)).Describe(row);
            table.TryAdd(row);
        }

        return table;
    }

    private static PlayTrace Honest(ulong seed, int games)
    {
        var random = new SeededRandom(seed);
        var trace = default(PlayTrace);
        float skill = (float)(0.8 * random.NextGauss()), tempo = (float)(0.4 * random.NextGauss());
        for (int game = 0; game < games; game++)
        {
            Play(ref trace, (ulong)game, random, standing =>
                standing with { Score = standing.Score + skill, Duration = standing.Duration + tempo });
        }

        return trace;
    }

    // Sessions of eight games in an evening.
    private static void Play(
        ref PlayTrace trace, ulong game, SeededRandom random, Func<GameStanding, GameStanding> change)
    {
        double noise = random.NextGauss(), pace = random.NextGauss();
        long pauseMs = (long)(70_000 * Math.Exp(0.7 * random.NextGauss()));
        long eveningMs = ((long)(100 + (game / 8)) * 86_400_000) + (18 * 3_600_000L);
        long timeMs = eveningMs + ((long)(game % 8) * 800_000) + pauseMs;
        var played = new PlayedGame(timeMs, 0, 500 + random.Next(6_000), 600);
        GameStanding standing = change(new GameStanding((float)(0.5 * noise), (float)pace, (float)(noise - pace)));
        trace.Add(played, standing);
    }
}
