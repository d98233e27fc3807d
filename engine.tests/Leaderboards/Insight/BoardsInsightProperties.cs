using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Leaderboards.Boards;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Insight;

/// <summary>
/// Random lives of a game mode: its figures always are what a recount of all its facts makes them, through snapshots
/// and crashes that lose what came behind the last one.
/// </summary>
public sealed class BoardsInsightProperties
{
    private const ulong Mode = 7;

    [Theory]
    [InlineData(BoardOperator.Sum)]
    [InlineData(BoardOperator.Best)]
    [InlineData(BoardOperator.Decrement)]
    public void Figures_are_what_a_recount_of_the_facts_makes_them(BoardOperator how) => Seeds.Run(() =>
    {
        for (int run = 0; run < 3; run++)
        {
            Random random = Seeds.Random(8_400 + run);
            var host = new BoardsHarness(terms => BoardsWorld.Rules(terms, how));
            var world = new BoardsWorld(random, host);
            for (int step = 0; step < 120; step++) world.Step();
            List<(EventHeader Header, byte[] Payload)> facts = [.. host.Facts()];
            BoardsInsight insight = Project(facts, random);
            var recount = new BoardsRecount();
            foreach ((EventHeader header, byte[] payload) in facts) recount.Take(header, payload);
            insight.CheckInvariants();
            Assert.Equal(host.Top(WindowKind.AllTime), recount.Top().Select(static row => row.PlayerId));
            AssertSameBoard(insight.Find(Mode)!, recount);
            AssertSameRollups(insight.Rollups, recount);
        }
    });

    /// <summary>Facts in order; at times the state is saved, and at times all behind the last save is lost.</summary>
    private static BoardsInsight Project(List<(EventHeader Header, byte[] Payload)> facts, Random random)
    {
        var insight = new BoardsInsight();
        ByteBuffer? saved = null;
        int savedAt = 0;
        int crashes = 3;
        for (int i = 0; i < facts.Count; i++)
        {
            if (random.Next(40) == 0) (saved, savedAt) = (Save(insight), i);
            if (saved is not null && crashes > 0 && random.Next(60) == 0)
            {
                crashes--;
                insight = new BoardsInsight();
                var reader = new MessagePackReader(saved.WrittenSpan);
                insight.Load(ref reader);
                Assert.True(reader.End);
                i = savedAt;
            }

            EventHeader header = facts[i].Header;
            if (insight.Wants(in header)) insight.Apply(in header, facts[i].Payload);
        }

        return insight;
    }

    private static ByteBuffer Save(BoardsInsight insight)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        insight.Save(ref writer);
        return buffer;
    }

    private static void AssertSameBoard(ModeBoards board, BoardsRecount recount)
    {
        Assert.Equal(recount.Tops.Keys, board.Days.Select(static day => day.Day));
        foreach (BoardDay day in board.Days) Assert.Equal(recount.Tops[day.Day], day.Top);
        BoardRow[] shown = [.. recount.Shown()];
        BoardDay now = board.Describe()!;
        Assert.Equal(recount.Today, now.Day);
        Assert.Equal(recount.Top(), now.Top);
        Assert.Equal(shown.Sum(static row => row.Score), now.TotalSum);
        Assert.Equal(shown.Length, now.Players);
        foreach (BoardRow row in shown)
        {
            Assert.True(board.TryFind(row.PlayerId, out BoardRow found));
            Assert.Equal(row, found);
        }

        SortedDictionary<int, double> worths = recount.Worths();
        foreach (BoardDay day in board.Days.Append(now))
        {
            double worth = worths.GetValueOrDefault(day.Day, double.NaN);
            Assert.Equal(double.IsNaN(worth), double.IsNaN(day.Worth));
            if (!double.IsNaN(worth)) Assert.InRange(day.Worth, 0.9974 * worth, 1.0026 * worth);
        }

        Assert.Equal(recount.RankChanges, board.Days.Append(now).Sum(static day => day.RankChanges));
        Assert.Equal(recount.Games.Count, board.Days.Append(now).Sum(static day => day.Games));
    }

    private static void AssertSameRollups(RollupSet rollups, BoardsRecount recount)
    {
        Assert.Equal(
            Counts(recount.Games.Select(static game => $"{game.Day} {game.Region}")),
            ByDay(rollups[BoardRollups.DailyPlayers], "games", "region"));
        Assert.Equal(
            Counts(recount.Games.Where(static game => game.IsNewPlayer).Select(static game => $"{game.Day} ")),
            ByDay(rollups[BoardRollups.DailyPlayers], "new_players"));
        Assert.Equal(
            Counts(recount.Held.Select(static held => $"{held.Day} ")),
            ByDay(rollups[BoardRollups.DailyPlayers], "held"));
        Assert.Equal(
            Counts(recount.Games.Select(static game => (game.Player, game.Day))
                .Concat(recount.Held).Distinct().Select(static each => $"{each.Day} ")),
            ByDay(rollups[BoardRollups.DailyPlayers], "active_players"));
        Assert.Equal(
            Counts(recount.Games.Select(static game => $"{game.Day} {game.Score / BoardRollups.ScoreStep}")),
            ByDay(rollups[BoardRollups.GameScores], "games", "points"));
        Assert.Equal(
            Counts(recount.Shown().Select(static row => $"{BoardRollups.TotalBucket(row.Score)}")),
            ByKey(rollups[BoardRollups.ScoreDistribution], "player_count", "bucket"));
    }

    private static Dictionary<string, long> Counts(IEnumerable<string> keys) =>
        keys.GroupBy(static key => key).ToDictionary(static group => group.Key, static group => group.LongCount());

    private static Dictionary<string, long> ByDay(Rollup rollup, string measure, params string[] by) =>
        Read(rollup, measure, by, TimeGrain.Day, static (timeMs, key) => $"{timeMs / TimeBuckets.DayMs} {key}");

    private static Dictionary<string, long> ByKey(Rollup rollup, string measure, params string[] by) =>
        Read(rollup, measure, by, TimeGrain.All, static (_, key) => key);

    private static Dictionary<string, long> Read(
        Rollup rollup, string measure, string[] by, TimeGrain grain, Func<long, string, string> keyOf)
    {
        var query = new RollupQuery { Grain = grain, By = by, Measures = [measure], Limit = 10_000 };
        RollupTable table = rollup.Query(query);
        var found = new Dictionary<string, long>();
        for (int row = 0; row < table.RowCount; row++)
        {
            long value = (long)table.Values(row)[0];
            Assert.True(value >= 0, "There never are fewer than none.");
            if (value != 0) found[keyOf(table.TimeMs(row), string.Join('/', table.Keys(row).ToArray()))] = value;
        }

        return found;
    }
}
