using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Cluster.Postgres;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Shell;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Sql;
using Catalog.Shell.Hosting;
using Catalog.Shell.Leaderboards;
using Catalog.Shell.Leaderboards.Sql;

namespace Catalog.Engine.Tests.Cluster.Sql;

/// <summary>Leaderboards' tables against a recount of the journal and against the boards themselves.</summary>
[Collection(PostgresGroup.Name)]
public sealed class LeaderboardSqlTests(PostgresWorld postgres) : IDisposable
{
    private const int Players = 12;
    private const int ActsPerRound = 60;
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();
    private ulong _submissions;

    [Fact]
    public async Task TheyEqualARecountOverWeeksACrashAndFactsThatComeTwice()
    {
        Random random = Seeds.Random(8_400);
        SqlWorld world = await SqlWorld.CreateAsync(postgres);
        string folder = _folder.Path;
        string? image = null;
        try
        {
            for (int round = 0; round < 3; round++)
            {
                await using BookingHost host = await StartAsync(world, folder);
                await ActAsync(host, random);
                if (round != 1)
                {
                    await AssertEqualAsync(world, host);
                    continue;
                }

                // As a crash leaves it, with part of it in the tables, and every offset lost.
                image = folder = CrashImage.Take(folder);
                Directory.Delete(Path.Combine(image, "consumers"), recursive: true);
            }

            await AssertMadeAnewAsync(world, folder, random);
        }
        finally
        {
            if (image is not null) Directory.Delete(image, recursive: true);
        }
    }

    public void Dispose() => _folder.Dispose();

    private Task<BookingHost> StartAsync(SqlWorld world, string folder) =>
        world.StartAsync(folder, _clock, new LeaderboardsSystem());

    /// <summary>Everything that happens to scores, most often games, a few hours apart.</summary>
    private async Task ActAsync(BookingHost host, Random random)
    {
        LeaderboardClient boards = host.Service<LeaderboardClient>();
        for (int act = 0; act < ActsPerRound; act++)
        {
            GameMode mode = GameModes.All[random.Next(2)];
            var player = (ulong)random.Next(1, Players + 1);
            _clock.Advance(TimeSpan.FromMinutes(random.Next(20, 400)));
            switch (random.Next(12))
            {
                case 0:
                    await boards.AskAsync<AdjustScore, BoardResult>(
                        mode, new AdjustScore(boards.NowMs, player, random.Next(-200, 200), 0, 1));
                    break;
                case 1:
                    var kind = (BanKind)random.Next(4);
                    await boards.AskAsync<BanPlayer, BoardResult>(
                        mode, new BanPlayer(boards.NowMs, player, kind, boards.NowMs + 9_000_000, 1));
                    break;
                case 2 when random.Next(3) == 0:
                    await boards.AskAsync<RemoveScores, BoardResult>(mode, new RemoveScores(boards.NowMs, player, 1));
                    break;
                case 3:
                    await boards.AskAsync<JudgeCase, BoardResult>(
                        mode, new JudgeCase(boards.NowMs, random.Next(1, 5), random.Next(2) == 0, 1));
                    break;
                case 4: await ImportAsync(boards, mode, player, random); break;
                case 5:
                    await host.Service<PlayerNames>().SaveAsync(player, "Name" + random.Next(5), (byte)random.Next(7));
                    break;
                default: await SubmitAsync(boards, mode, player, random); break;
            }
        }
    }

    private async Task SubmitAsync(LeaderboardClient boards, GameMode mode, ulong player, Random random)
    {
        // Every eighth game is too short to be true.
        int seconds = random.Next(8) == 0 ? 5 : mode.Terms.AverageGameSeconds;
        Reply<SubmitResult> reply = await boards.AskAsync<SubmitScore, SubmitResult>(mode, new SubmitScore(
            boards.NowMs, player, ++_submissions, 7, random.Next(12) * 100, seconds, (byte)random.Next(3)));
        Assert.True(reply.HasValue);
    }

    private static async Task ImportAsync(LeaderboardClient boards, GameMode mode, ulong player, Random random)
    {
        ImportedScore[] scores = [.. Enumerable.Range(1, 3).Select(i => new ImportedScore(
            player, random.Next(900), 300, 1, boards.NowMs - (i * 40_000_000L) - random.Next(1_000)))];
        await boards.AskAsync<ImportScores, BoardResult>(mode, new ImportScores(boards.NowMs, scores));
    }

    private static async Task AssertEqualAsync(SqlWorld world, BookingHost host)
    {
        IJournal journal = host.Service<EngineHost>().Engine.Storage.Journal;
        LeaderboardRecount recount;
        long position;
        do
        {
            position = journal.CommittedPosition;
            await SqlWorld.SettleAsync(host);
            recount = LeaderboardRecount.Of(journal);
        }
        while (journal.CommittedPosition != position);

        Assert.Equal(0, await host.Service<SqlProjector>().CountRefusedAsync(default));
        Assert.Equal(recount.Submissions, await world.ReadAsync("""
            SELECT concat_ws('/', game_mode_id, player_id, (extract(epoch from submitted_at) * 1000)::bigint),
                   concat_ws(' ', score, is_valid, counted)
            FROM leaderboards.score_submissions
            """));
        Assert.Equal(recount.Days, await world.ReadAsync("""
            SELECT (date - date '1970-01-01') || '/' || m.id, active_players || ' ' || scores_submitted
            FROM leaderboards.analytics_daily_players d JOIN leaderboards.game_modes m ON m.name = d.game_mode
            """));
        Assert.Equal(recount.Top, await world.ReadAsync("""
            SELECT concat_ws('/', date - date '1970-01-01', game_mode_id, rank), player_id || ' ' || score
            FROM leaderboards.analytics_top_players_history
            """));
        Assert.NotEmpty(recount.Top);
        await AssertPlayersAsync(world, recount);
        await AssertArchivesAsync(world, host);
    }

    private static async Task AssertPlayersAsync(SqlWorld world, LeaderboardRecount recount)
    {
        Assert.Equal(recount.Players, await world.ReadAsync("""
            SELECT game_mode_id || '/' || player_id, concat_ws(' ', total_score, games_played, play_seconds)
            FROM leaderboards.player_modes WHERE is_ranked
            """));
        long games = recount.Players.Sum(
            static each => long.Parse(each.Value.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(games, await world.ScalarAsync<long>("""
            SELECT coalesce(sum(games_played), 0)::bigint FROM leaderboards.player_modes
            """));
        Assert.Equal(
            await world.ScalarAsync<long>(
                "SELECT count(*) FROM leaderboards.player_modes WHERE is_ranked AND ban IS NULL"),
            await world.ScalarAsync<long>("""
                SELECT coalesce(sum(player_count), 0)::bigint FROM leaderboards.analytics_score_distribution
                """));
        Assert.Equal(0L, await world.ScalarAsync<long>("""
            SELECT count(*) FROM leaderboards.players p WHERE p.total_score <> (
                SELECT coalesce(sum(total_score), 0) FROM leaderboards.player_modes m WHERE m.player_id = p.id)
            """));
    }

    private static async Task AssertArchivesAsync(SqlWorld world, BookingHost host)
    {
        LeaderboardClient boards = host.Service<LeaderboardClient>();
        var wanted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (GameMode mode in GameModes.All)
        {
            foreach (WindowKind kind in new[] { WindowKind.Daily, WindowKind.Weekly, WindowKind.Monthly })
            {
                var heads = await boards.AskAsync<ReadArchives, ArchivesReading>(
                    mode, new ReadArchives(boards.NowMs, kind, 0, 400));
                foreach (ArchiveHead head in heads.Value.Archives)
                {
                    var archive = await boards.AskAsync<ReadArchive, ArchiveReading>(
                        mode, new ReadArchive(boards.NowMs, head.Board));
                    wanted.Add(
                        $"{mode.Id} {BoardTypes.NameOf(kind)} {BoardTypes.WindowOf(head.Board)}",
                        $"{head.Participants}: "
                            + string.Join(", ", archive.Value.Rows.Select(row => $"{row.PlayerId} {row.Score}")));
                }
            }
        }

        Assert.NotEmpty(wanted);
        Assert.Equal(wanted, await world.ReadAsync("""
            SELECT a.game_mode_id || ' ' || a.board, a.participants || ': '
                || coalesce((SELECT string_agg(player_id || ' ' || score, ', ' ORDER BY rank)
                             FROM leaderboards.archive_entries e
                             WHERE e.game_mode_id = a.game_mode_id AND e.board = a.board), '')
            FROM leaderboards.archives a
            """));
    }

    /// <summary>From the journal, and from the models as where it was trimmed; and both go on.</summary>
    private async Task AssertMadeAnewAsync(SqlWorld world, string folder, Random random)
    {
        await using BookingHost host = await StartAsync(world, folder);
        await host.RegisterAsync("ada@example.org");
        await host.Service<SqlProjector>().RebuildAsync(default);
        await AssertEqualAsync(world, host);
        const string lasting = """
            SELECT 'profile ' || id, to_jsonb(p)::text FROM leaderboards.profiles p
            UNION ALL SELECT 'mode ' || id, to_jsonb(g)::text FROM leaderboards.game_modes g
            UNION ALL SELECT 'player ' || game_mode_id || '/' || player_id,
                (to_jsonb(m) - 'reached_at' - 'last_submitted_at' - 'region')::text
            FROM leaderboards.player_modes m WHERE is_ranked
            UNION ALL SELECT 'archive ' || game_mode_id || board, to_jsonb(a)::text FROM leaderboards.archives a
            UNION ALL SELECT 'entry ' || game_mode_id || board || player_id, (to_jsonb(e) - 'reward')::text
            FROM leaderboards.archive_entries e
            """;
        SortedDictionary<string, string> before = await world.ReadAsync(lasting);
        var store = new SqlStore(
            host.Service<PostgresDatabase>(), host.Service<LeaderboardSqlTables>(), host.Service<FolderId>().Text);
        Assert.False((await store.MakeAsync(null, default)).IsFilling);
        Assert.Equal(before, await world.ReadAsync(lasting));
        await ActAsync(host, random);
        await SqlWorld.SettleAsync(host);
        LeaderboardRecount recount =
            LeaderboardRecount.Of(host.Service<EngineHost>().Engine.Storage.Journal);
        await AssertPlayersAsync(world, recount);
    }
}
