using System.Net;
using System.Text.Json;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.Shell.Live;
using Catalog.Shell.Alerts;
using Catalog.Shell.Events;
using Catalog.Shell.Exports;
using Catalog.Shell.Leaderboards;
using Catalog.Shell.Leaderboards.Insight;

namespace Catalog.Engine.Tests.Shell.Leaderboards;

/// <summary>The dashboard of the boards over HTTP and WebSockets.</summary>
public sealed class GameInsightTests : IAsyncLifetime
{
    private readonly LeaderboardWorld _world = new(LiveClient.Settings);
    private (string Token, string Id) _ada;
    private (string Token, string Id) _eve;
    private string _admin = "";

    public async Task InitializeAsync()
    {
        _ada = await _world.PlayerAsync("ada");
        _eve = await _world.PlayerAsync("eve");
        _admin = await _world.AdminAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Rollups_and_health_say_what_was_played()
    {
        await _world.PlayAsync(_ada.Token, 500);
        await _world.PlayAsync(_eve.Token, 900);
        await _world.PlayAsync(_eve.Token, 99_000);
        ShellAnswer players = await _world.GetAsync(
            "/api/admin/insight/rollups/analytics_daily_players"
            + "?grain=all&by=mode&measures=active_players,games,held,mean_score", _admin);
        JsonElement row = Assert.Single(players.Json.GetProperty("rows").EnumerateArray());
        Assert.Equal("Deathmatch", row.GetProperty("keys")[0].GetProperty("label").GetString());
        Assert.Equal("[2,2,1,700]", row.GetProperty("values").GetRawText());
        JsonElement health = (await _world.GetAsync("/api/admin/insight/health/deathmatch", _admin)).Json;
        JsonElement day = Assert.Single(health.GetProperty("days").EnumerateArray());
        Assert.Equal((2, 2), (day.GetProperty("games").GetInt32(), day.GetProperty("players").GetInt32()));
        Assert.Equal(700, day.GetProperty("topAverage").GetDouble());
        Assert.Equal("eve", health.GetProperty("reigns")[0].GetProperty("username").GetString());
        Assert.False(health.GetProperty("inflation").GetProperty("isKnown").GetBoolean());
        JsonElement top = (await _world.GetAsync("/api/admin/insight/top/deathmatch", _admin)).Json;
        Assert.Equal("eve", top.GetProperty("rows")[0].GetProperty("username").GetString());
        JsonElement season = (await _world.GetAsync("/api/admin/insight/season/deathmatch", _admin)).Json;
        Assert.Equal(2, season.GetProperty("items").GetArrayLength());
        Assert.Equal(1, season.GetProperty("items")[0].GetProperty("wins").GetDouble());
    }

    [Fact]
    public async Task Only_administrators_see_it_and_what_is_not_there_is_said()
    {
        (await _world.GetAsync("/api/admin/insight/health/deathmatch", _ada.Token))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        (await _world.GetAsync("/api/admin/insight/health/chess", _admin))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.GetAsync("/api/admin/insight/top/raid", _admin))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.GetAsync("/api/admin/insight/health/raid?from=2030-01-02&to=2030-01-01", _admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter");
    }

    [Fact]
    public async Task The_pulse_is_told_to_administrators_alone()
    {
        await _world.PlayAsync(_ada.Token, 500);
        await WaitAsync();
        JsonElement now = (await _world.GetAsync("/api/admin/insight/live", _admin)).Json;
        JsonElement mode = now.GetProperty("modes")[0];
        Assert.Equal("deathmatch", mode.GetProperty("gameMode").GetString());
        Assert.Equal(1, mode.GetProperty("activePlayers").GetInt32());
        Assert.Equal(GamePulse.SecondCount - 1, mode.GetProperty("seconds").GetArrayLength());
        Assert.InRange(now.GetProperty("memoryBytes").GetInt64(), 1 << 20, long.MaxValue);
        Assert.False(now.TryGetProperty("topHitShare", out _));
        for (int i = 0; i < 4; i++) await _world.GetAsync("/api/leaderboard/raid/top100", _admin);
        now = (await _world.GetAsync("/api/admin/insight/live", _admin)).Json;
        Assert.Equal(0.75, now.GetProperty("topHitShare").GetDouble());
        ShellAnswer ticket = await _world.Host.PostAsync("/api/auth/ws-ticket", null, _admin);
        using LiveClient client = await LiveClient.OpenAsync(
            _world.Host.Http.BaseAddress!.Port, "?ticket=" + ticket.Json.GetProperty("ticket").GetString());
        await client.AskAsync("subscribe", new { topic = PulseFeed.Topic });
        JsonElement told = await client.ReadAsync();
        while (told.GetProperty("event").GetString() != "game_pulse") told = await client.ReadAsync();
        Assert.Equal(1, told.GetProperty("data").GetProperty("modes")[0].GetProperty("activePlayers").GetInt32());
    }

    [Fact]
    public async Task A_cheat_spike_raises_an_alert_that_ends_with_it()
    {
        GameAlerts alerts = _world.Host.Service<GameAlerts>();
        await alerts.StopAsync(); // only the test looks
        for (int i = 0; i < 21; i++) await SubmitAsync((ulong)(100 + i), 99_000);
        await WaitAsync();
        await alerts.LookAsync();
        await alerts.LookAsync();
        Alert raised = Assert.Single(await AlertsAsync());
        Assert.Equal("cheat-spike-deathmatch", raised.Key);
        Assert.Contains("21 games", raised.Text, StringComparison.Ordinal);
        _world.Host.Clock.Advance(TimeSpan.FromMinutes(20));
        await alerts.LookAsync();
        Assert.True(Assert.Single(await AlertsAsync()).IsOver);
    }

    [Fact]
    public async Task A_board_of_any_size_is_exported_rank_by_rank()
    {
        for (int i = 0; i < 3; i++) await ImportAsync(1 + (i * 800), 800);
        var export = new BoardExport(
            _world.Host.Service<LeaderboardClient>(), _world.Host.Service<PlayerNames>());
        var arguments = new ExportArguments([new("mode", "raid")]);
        ExportTable table = await export.OpenAsync(arguments, default);
        Assert.Equal(2_400, table.ExpectedRows);
        long rank = 0;
        double score = double.MaxValue;
        await foreach (ExportCell[] row in table.Rows)
        {
            Assert.Equal(++rank, (long)row[0].Number);
            Assert.True(row[4].Number <= score);
            score = row[4].Number;
        }

        Assert.Equal(2_400, rank);
    }

    private async Task ImportAsync(int first, int count)
    {
        LeaderboardClient boards = _world.Host.Service<LeaderboardClient>();
        ImportedScore[] scores =
        [
            .. Enumerable.Range(first, count).Select(player =>
                new ImportedScore((ulong)player, player, 600, 1, boards.NowMs - 1)),
        ];
        Reply<BoardResult> reply = await boards.AskAsync<ImportScores, BoardResult>(
            GameModes.All[2], new ImportScores(boards.NowMs, scores));
        Assert.Equal(BoardCode.Ok, reply.Value.Code);
    }

    private async Task SubmitAsync(ulong player, int score)
    {
        LeaderboardClient boards = _world.Host.Service<LeaderboardClient>();
        Reply<SubmitResult> reply = await boards.AskAsync<SubmitScore, SubmitResult>(
            GameModes.All[0], new SubmitScore(boards.NowMs, player, player, player, score, 600, 1));
        Assert.Equal(BoardCode.Held, reply.Value.Code);
    }

    private Task WaitAsync() => _world.Host.Service<ReadYourWrites>()
        .WaitAsync(_world.Host.Service<ProjectionView<BoardsInsight>>(), default);

    private async Task<IReadOnlyList<Alert>> AlertsAsync() =>
        [.. (await _world.Host.Service<AlertDesk>().ListAsync()).Value.Alerts.Where(static alert =>
            alert.System == "leaderboards" && alert.Key.StartsWith("cheat-spike-", StringComparison.Ordinal))];
}
