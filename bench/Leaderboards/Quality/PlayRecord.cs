using System.Diagnostics;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Churn;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Seed.Leaderboards;

namespace Catalog.Bench.Leaderboards.Quality;

/// <summary>What a world's half year was, and what models said of it while it went on.</summary>
internal sealed class PlayRecord
{
    /// <summary>The first day there is a model of anomalies; who cheated before it is not counted.</summary>
    public const int FirstTraining = 30;

    private const int TrainEveryDays = 7;

    // Of every so many players the whole history is kept.
    private const int KeepOne = 3;
    private const double OutOfScale = 3;

    private PlayRecord(PlayWorld world)
    {
        World = world;
        Profiles = [.. Enumerable.Range(0, world.Players).Select(world.ProfileOf)];
        Models = new PlayModels(GameModes.All.Count, world.Players);
        FirstFlag = new AnomalyVerdict[world.Players];
        CheatedGames = new int[world.Players];
        GamesOf = new int[world.Players];
        LastDay = new int[world.Players];
        WildGames = new int[world.Players];
        GamesUntilFlag = new int[world.Players];
        ScoreSums = new double[world.Players];
        Totals = new float[PlayWorld.Days][];
        Histories = new List<PlayedGame>?[world.Players];
    }

    public PlayWorld World { get; }

    public PlayerProfile[] Profiles { get; }

    public PlayModels Models { get; }

    /// <summary>The verdict each player was first flagged with.</summary>
    public AnomalyVerdict[] FirstFlag { get; }

    /// <summary>Games since each player began to cheat.</summary>
    public int[] CheatedGames { get; }

    /// <summary>How many of them there were by the flag.</summary>
    public int[] GamesUntilFlag { get; }

    public int[] GamesOf { get; }

    public int[] LastDay { get; }

    /// <summary>Games beyond three deviations of the mode's mean: what the simplest rule looks at.</summary>
    public int[] WildGames { get; }

    public double[] ScoreSums { get; }

    /// <summary>Everybody's total score at the end of each day.</summary>
    public float[][] Totals { get; }

    /// <summary>The games of every third player.</summary>
    public List<PlayedGame>?[] Histories { get; }

    /// <summary>What was said of who goes, week by week.</summary>
    public List<(int Day, ChurnRisk Risk)> Risks { get; } = [];

    public long Games { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    public static PlayRecord Play(PlayWorld world, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        var record = new PlayRecord(world);
        var stream = new PlayStream(world);
        float[] total = new float[world.Players];
        while (stream.TryNext(out ReadOnlySpan<Submission> games))
        {
            cancel.ThrowIfCancellationRequested();
            int day = stream.Day - 1;
            foreach (Submission game in games)
            {
                total[game.Player] += game.Score;
                record.Observe(day, game);
            }

            record.Totals[day] = (float[])total.Clone();
            record.EndDay(day);
        }

        record.Elapsed = Stopwatch.GetElapsedTime(start);
        return record;
    }

    private void Observe(int day, Submission game)
    {
        int player = game.Player;
        var played = new PlayedGame(game.TimeMs, game.Mode, game.Score, game.DurationSeconds);
        AnomalyVerdict verdict = Models.Observe((ulong)player, Profiles[player].Region, played);
        Games++;
        GamesOf[player]++;
        LastDay[player] = day;
        ScoreSums[player] += game.Score;
        GameMode mode = GameModes.All[game.Mode];
        if (game.Score > mode.Mean + (OutOfScale * mode.Spread)) WildGames[player]++;
        if (day >= Profiles[player].CheatFrom && Profiles[player].Cheat != CheatKind.None) CheatedGames[player]++;
        if (player % KeepOne == 0) (Histories[player] ??= []).Add(played);
        if (!verdict.IsFlagged || FirstFlag[player].IsFlagged) return;
        FirstFlag[player] = verdict;
        GamesUntilFlag[player] = CheatedGames[player];
    }

    private void EndDay(int day)
    {
        long nowMs = World.BeginMs + ((day + 1) * PlayWorld.DayMs) - 1;
        if (day >= FirstTraining - 1 && (day + 1 - FirstTraining) % TrainEveryDays == 0) Models.Train(nowMs);
        if (day < ChurnQuality.FirstDay || day > ChurnQuality.LastDay || !Models.KnowsChurn) return;
        for (int player = 0; player < World.Players; player++)
        {
            if (!ChurnQuality.Asks(Profiles[player], day)) continue;
            if (Models.ChurnOf((ulong)player, nowMs) is { } risk) Risks.Add((day, risk));
        }
    }
}
