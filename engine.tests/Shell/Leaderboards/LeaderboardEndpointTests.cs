using System.Net;
using System.Text.Json;
using Catalog.Engine.Tests.Cluster.Nodes;

namespace Catalog.Engine.Tests.Shell.Leaderboards;

/// <summary>Submitting over HTTP, and everything that can be looked at.</summary>
public sealed class LeaderboardEndpointTests : IAsyncLifetime
{
    private readonly LeaderboardWorld _world = new();
    private (string Token, string Id) _ada;
    private (string Token, string Id) _eve;

    public async Task InitializeAsync()
    {
        _ada = await _world.PlayerAsync("ada");
        _eve = await _world.PlayerAsync("eve");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_score_is_on_all_boards_at_once()
    {
        ShellAnswer first = await _world.PlayAsync(_ada.Token, 500);
        Assert.Equal(1, first.Json.GetProperty("rank").GetInt32());
        await _world.PlayAsync(_eve.Token, 900);
        Assert.Equal("1:eve=900 2:ada=500", await _world.RowsAsync("/api/leaderboard/deathmatch"));
        foreach (string type in new[] { "daily", "weekly", "monthly", "season", "last24h", "trending" })
            Assert.StartsWith("1:eve=900", await _world.RowsAsync($"/api/leaderboard/1?type={type}"));
        Assert.Equal("1:eve=900", await _world.RowsAsync("/api/leaderboard/deathmatch?region=eu&limit=1"));
        Assert.Equal("", await _world.RowsAsync("/api/leaderboard/deathmatch?region=asia"));
        Assert.Equal("", await _world.RowsAsync("/api/leaderboard/raid"));
        Assert.Equal("2:ada=500", await _world.RowsAsync("/api/leaderboard/deathmatch?cursor=2"));
        string around = await _world.RowsAsync($"/api/leaderboard/deathmatch?around={_ada.Id}&limit=3");
        Assert.Equal("1:eve=900 2:ada=500", around);
    }

    [Fact]
    public async Task A_repeated_submission_gets_its_first_answer()
    {
        ShellAnswer first = await _world.PlayAsync(_ada.Token, 500, key: "k1");
        await _world.PlayAsync(_eve.Token, 900);
        Assert.Equal(first.Text, (await _world.PlayAsync(_ada.Token, 500, key: "k1")).Text);
        object other = new { gameMode = "deathmatch", score = 501, gameDurationSeconds = 600 };
        (await _world.PostAsync("/api/scores/submit", other, _ada.Token, "k1"))
            .AssertProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
    }

    [Fact]
    public async Task A_games_own_server_submits_many_at_once()
    {
        string admin = await _world.AdminAsync();
        object batch = new
        {
            gameMode = "deathmatch",
            submissions = new[] { Game("g1", _ada.Id, 500), Game("g2", _eve.Id, 99_000), Game("g3", "77", 5) },
        };
        const string Path = "/api/scores/submit-batch";
        (await _world.PostAsync(Path, batch, _ada.Token)).AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        ShellAnswer first = await _world.PostAsync(Path, batch, admin);
        Assert.True(first.Status == HttpStatusCode.OK, first.Text);
        JsonElement[] results = [.. first.Json.GetProperty("results").EnumerateArray()];
        Assert.Equal(1, results[0].GetProperty("rank").GetInt32());
        Assert.Equal("score_exceeds_maximum", results[1].GetProperty("reasons")[0].GetString());
        Assert.Equal("not_found", results[2].GetProperty("error").GetString());
        Assert.Equal("1:ada=500", await _world.RowsAsync("/api/leaderboard/deathmatch"));
        Assert.Equal(first.Text, (await _world.PostAsync(Path, batch, admin)).Text);
        object other = new { gameMode = "deathmatch", submissions = new[] { Game("g1", _ada.Id, 501) } };
        ShellAnswer reused = await _world.PostAsync(Path, other, admin);
        Assert.Equal(
            "idempotency_key_reused", reused.Json.GetProperty("results")[0].GetProperty("error").GetString());
        object wrong = new { gameMode = "deathmatch", submissions = new[] { Game("", _ada.Id, 1) } };
        (await _world.PostAsync(Path, wrong, admin)).AssertProblem(HttpStatusCode.BadRequest, "invalid_body");
    }

    [Fact]
    public async Task A_large_batch_is_answered_in_order_whatever_parts_it_was_taken_in()
    {
        const int EvesGame = 200;
        object[] games =
        [
            .. Enumerable.Range(0, 300)
                .Select(i => Game($"g{i}", i == EvesGame ? _eve.Id : _ada.Id, 500 + i)),
        ];
        object batch = new { gameMode = "deathmatch", submissions = games };
        string admin = await _world.AdminAsync();
        ShellAnswer first = await _world.PostAsync("/api/scores/submit-batch", batch, admin);
        Assert.True(first.Status == HttpStatusCode.OK, first.Text);
        // Who plays again within a minute is held.
        Assert.Equal(2, first.Json.GetProperty("counted").GetInt32());
        Assert.Equal(games.Length - 2, first.Json.GetProperty("held").GetInt32());
        JsonElement[] results = [.. first.Json.GetProperty("results").EnumerateArray()];
        Assert.Equal(
            Enumerable.Range(0, games.Length).Select(static i => $"g{i}"),
            results.Select(static result => result.GetProperty("id").GetString()!));
        Assert.Equal(500 + EvesGame, results[EvesGame].GetProperty("totalScore").GetInt64());
        Assert.Equal(first.Text, (await _world.PostAsync("/api/scores/submit-batch", batch, admin)).Text);
    }

    [Fact]
    public async Task What_breaks_rules_is_held_and_counts_once_it_is_cleared()
    {
        string admin = await _world.AdminAsync();
        ShellAnswer held = await _world.PlayAsync(_ada.Token, 99_000);
        Assert.False(held.Json.GetProperty("isValid").GetBoolean());
        Assert.Equal("score_exceeds_maximum", held.Json.GetProperty("reasons")[0].GetString());
        Assert.Equal("", await _world.RowsAsync("/api/leaderboard/deathmatch"));
        ShellAnswer flags = await _world.GetAsync("/api/admin/flags/deathmatch", admin);
        JsonElement flag = Assert.Single(flags.Json.GetProperty("items").EnumerateArray());
        Assert.Equal("ada", flag.GetProperty("username").GetString());
        string clear = $"/api/admin/flags/deathmatch/{flag.GetProperty("id").GetString()}/clear";
        (await _world.PostAsync(clear, null, _ada.Token)).AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.OK, (await _world.PostAsync(clear, null, admin)).Status);
        (await _world.PostAsync(clear, null, admin)).AssertProblem(HttpStatusCode.Conflict, "case_closed");
        Assert.Equal("1:ada=99000", await _world.RowsAsync("/api/leaderboard/deathmatch"));
    }

    [Fact]
    public async Task Moderators_ban_remove_and_adjust()
    {
        string admin = await _world.AdminAsync();
        await _world.PlayAsync(_ada.Token, 500);
        await _world.PlayAsync(_eve.Token, 900);
        string ban = $"/api/admin/players/{_eve.Id}/ban/deathmatch";
        await _world.PostAsync(ban, new { kind = "permanent" }, admin);
        Assert.Equal("1:ada=500", await _world.RowsAsync("/api/leaderboard/deathmatch"));
        object game = new { gameMode = "deathmatch", score = 1, gameDurationSeconds = 600 };
        (await _world.PostAsync("/api/scores/submit", game, _eve.Token))
            .AssertProblem(HttpStatusCode.Forbidden, "player_banned");
        await _world.PostAsync(ban, new { kind = "none" }, admin);
        await _world.PostAsync($"/api/admin/players/{_ada.Id}/adjust/deathmatch", new { delta = 1_000 }, admin);
        Assert.Equal("1:ada=1500 2:eve=900", await _world.RowsAsync("/api/leaderboard/deathmatch"));
        await _world.PostAsync($"/api/admin/players/{_ada.Id}/remove-scores/deathmatch", null, admin);
        Assert.Equal("1:eve=900", await _world.RowsAsync("/api/leaderboard/deathmatch"));
        (await _world.PostAsync(ban, new { kind = "temporary" }, admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body").AssertFields("until");
    }

    [Fact]
    public async Task Administrators_see_averages_and_submissions_by_the_hour()
    {
        string admin = await _world.AdminAsync();
        await _world.PlayAsync(_ada.Token, 500);
        await _world.PlayAsync(_eve.Token, 900);
        await _world.PlayAsync(_eve.Token, 99_000);
        ShellAnswer figures = null!;
        await Until.HoldsAsync(
            async () =>
            {
                figures = await _world.GetAsync("/api/admin/figures/deathmatch", admin);
                return figures.Json.GetProperty("held").GetInt32() > 0;
            },
            "all is counted");
        Assert.Equal(2, figures.Json.GetProperty("submissions").GetInt32());
        Assert.Equal(700, figures.Json.GetProperty("averageScore").GetDouble());
        JsonElement last = figures.Json.GetProperty("hours").EnumerateArray().Last();
        Assert.Equal((2, 1), (last.GetProperty("submissions").GetInt32(), last.GetProperty("held").GetInt32()));
        (await _world.GetAsync("/api/admin/figures/deathmatch", _ada.Token))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task The_top_is_sent_from_a_snapshot_with_an_entity_tag()
    {
        await _world.PlayAsync(_ada.Token, 500);
        ShellAnswer top = await _world.GetAsync("/api/leaderboard/deathmatch/top100");
        Assert.Equal("public, max-age=5, s-maxage=5", top.Headers["Cache-Control"]);
        (string, string) tag = ("If-None-Match", top.Headers["ETag"]);
        ShellAnswer same = await _world.SendAsync(
            HttpMethod.Get, "/api/leaderboard/deathmatch/top100", null, null, tag);
        Assert.Equal(HttpStatusCode.NotModified, same.Status);
        await _world.PlayAsync(_eve.Token, 900);
        const string Expected = "1:eve=900 2:ada=500";
        await Until.HoldsAsync(
            async () => await _world.RowsAsync("/api/leaderboard/deathmatch/top100") == Expected,
            "the new one is there");
    }

    [Fact]
    public async Task A_player_has_places_totals_friends_and_a_past()
    {
        await _world.PlayAsync(_ada.Token, 500);
        await _world.PlayAsync(_eve.Token, 900);
        ShellAnswer rank = await _world.GetAsync($"/api/players/{_ada.Id}/rank/deathmatch");
        Assert.Equal((2, 500), (rank.Json.GetProperty("rank").GetInt32(), rank.Json.GetProperty("score").GetInt32()));
        Assert.Equal(1, rank.Json.GetProperty("nextMilestone").GetInt32());
        ShellAnswer stats = await _world.GetAsync($"/api/players/{_ada.Id}/stats");
        Assert.Equal(1, stats.Json.GetProperty("gamesPlayed").GetInt32());
        Assert.Equal("ada", stats.Json.GetProperty("username").GetString());
        string friend = $"/api/players/me/friends/{_ada.Id}";
        await _world.SendAsync(HttpMethod.Put, friend, null, _eve.Token);
        string friends = await _world.RowsAsync("/api/leaderboard/deathmatch?friends=true", _eve.Token);
        Assert.Equal("1:eve=900 2:ada=500", friends);
        ShellAnswer found = await _world.GetAsync("/api/players?search=AD");
        Assert.Equal("ada", found.Json.GetProperty("items")[0].GetProperty("username").GetString());
        _world.Host.Clock.Advance(TimeSpan.FromDays(1));
        await _world.PlayAsync((await _world.Host.LoginAsync("eve@example.org")).AccessToken, 1);
        ShellAnswer history = await _world.GetAsync($"/api/players/{_ada.Id}/history/deathmatch");
        JsonElement day = Assert.Single(history.Json.GetProperty("days").EnumerateArray());
        Assert.Equal(2, day.GetProperty("rank").GetInt32());
        ShellAnswer archive = await _world.GetAsync("/api/archive/deathmatch/daily/2030-01-01");
        Assert.Equal("eve", archive.Json.GetProperty("rows")[0].GetProperty("username").GetString());
    }

    [Fact]
    public async Task A_tournament_is_planned_joined_and_ended()
    {
        string admin = await _world.AdminAsync();
        object cup = new
        {
            name = "Cup",
            startsAt = "2030-01-01T00:00:00Z",
            endsAt = "2030-01-02T00:00:00Z",
            needsJoining = true,
            maxPlayers = 1,
        };
        ShellAnswer saved = await _world.PostAsync("/api/admin/events/deathmatch", cup, admin, "cup");
        Assert.True(saved.Status == HttpStatusCode.Created, saved.Text);
        Assert.Equal(saved.Text, (await _world.PostAsync("/api/admin/events/deathmatch", cup, admin, "cup")).Text);
        const string Join = "/api/events/deathmatch/1/join";
        Assert.Equal(HttpStatusCode.NoContent, (await _world.PostAsync(Join, null, _ada.Token)).Status);
        (await _world.PostAsync(Join, null, _eve.Token)).AssertProblem(HttpStatusCode.Conflict, "contest_full");
        await _world.PlayAsync(_ada.Token, 500);
        await _world.PlayAsync(_eve.Token, 900);
        Assert.Equal("1:ada=500", await _world.RowsAsync("/api/leaderboard/deathmatch?contest=1"));
        ShellAnswer list = await _world.GetAsync("/api/events/deathmatch", _ada.Token);
        JsonElement one = Assert.Single(list.Json.GetProperty("items").EnumerateArray());
        Assert.Equal("running", one.GetProperty("status").GetString());
        Assert.True(one.GetProperty("hasJoined").GetBoolean());
        string read = (await _world.GetAsync("/api/events/deathmatch/1")).Headers["ETag"];
        const string Path = "/api/admin/events/deathmatch/1";
        (await _world.SendAsync(HttpMethod.Put, Path, cup, admin))
            .AssertProblem(HttpStatusCode.PreconditionRequired, "revision_required");
        ShellAnswer changed = await _world.SendAsync(HttpMethod.Put, Path, cup, admin, ("If-Match", read));
        Assert.Equal(2, changed.Json.GetProperty("revision").GetInt32());
        (await _world.SendAsync(HttpMethod.Put, Path, cup, admin, ("If-Match", read)))
            .AssertProblem(HttpStatusCode.PreconditionFailed, "revision_mismatch");
        (await _world.SendAsync(HttpMethod.Put, Path[..^1] + "9", cup, admin, ("If-Match", read)))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.SendAsync(HttpMethod.Delete, Path, null, admin, ("If-Match", read)))
            .AssertProblem(HttpStatusCode.PreconditionFailed, "revision_mismatch");
        ShellAnswer ended = await _world.SendAsync(HttpMethod.Delete, Path + "?revision=2", null, admin);
        Assert.Equal(HttpStatusCode.NoContent, ended.Status);
        (await _world.PostAsync(Join, null, _eve.Token)).AssertProblem(HttpStatusCode.Conflict, "contest_over");
    }

    [Fact]
    public async Task A_season_is_ended_once_however_many_press_the_button()
    {
        string admin = await _world.AdminAsync();
        const string Reset = "/api/admin/leaderboard/deathmatch/season/reset";
        ShellAnswer board = await _world.GetAsync("/api/leaderboard/deathmatch?type=season&limit=1");
        string season = board.Json.GetProperty("window").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await _world.PostAsync($"{Reset}?season={season}", null, admin)).Status);
        (await _world.PostAsync($"{Reset}?season={season}", null, admin))
            .AssertProblem(HttpStatusCode.Conflict, "revision_conflict");
        (await _world.PostAsync(Reset + "?season=winter", null, admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal(HttpStatusCode.OK, (await _world.PostAsync(Reset, null, admin)).Status);
    }

    [Theory]
    [InlineData("/api/leaderboard/chess", HttpStatusCode.NotFound)]
    [InlineData("/api/leaderboard/raid?type=hourly", HttpStatusCode.BadRequest)]
    [InlineData("/api/leaderboard/raid?region=moon", HttpStatusCode.BadRequest)]
    [InlineData("/api/leaderboard/raid?type=last24h&region=eu", HttpStatusCode.BadRequest)]
    [InlineData("/api/leaderboard/raid?window=2024-W99&type=weekly", HttpStatusCode.BadRequest)]
    [InlineData("/api/leaderboard/raid?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/leaderboard/raid?friends=true", HttpStatusCode.Unauthorized)]
    [InlineData("/api/players/77/stats", HttpStatusCode.NotFound)]
    [InlineData("/api/archive/raid/weekly/nothing", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_or_makes_no_sense_is_refused(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await _world.GetAsync(path)).Status);

    private static object Game(string id, string playerId, int score) =>
        new { id, playerId, score, gameDurationSeconds = 600 };
}
