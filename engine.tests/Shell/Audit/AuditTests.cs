using System.Net;
using System.Text.Json;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Shell.Audit;

namespace Catalog.Engine.Tests.Shell.Audit;

public sealed class AuditTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-audit-").FullName;
    private BookingWorld _world = null!;
    private string _admin = "";

    public async Task InitializeAsync()
    {
        _world = new BookingWorld(_folder, null, ("Catalog:RateLimits:Enabled", "false"));
        await _world.ImportAsync();
        _admin = await _world.AdminAsync();
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_an_operator_did_and_was_refused_is_there_before_the_answer_is()
    {
        var block = new { seats = new[] { "B1" } };
        await _world.PostAsync("/api/admin/showtimes/1/block", block, _admin);
        await _world.PostAsync("/api/admin/showtimes/1/block", block, _admin);
        string user = await _world.UserAsync();
        await _world.PostAsync("/api/admin/showtimes/1/unblock", block, user);
        await _world.PostAsync("/api/admin/showtimes/1/unblock", block, null);
        await _world.SendAsync(HttpMethod.Delete, "/api/movies/77?revision=1", null, _admin);
        JsonElement[] entries = await ListAsync("");
        Assert.Equal(
            ["movie.remove 77 refused 400", "seats.unblock 1 refused 403", "seats.block 1 refused 409",
                "seats.block 1 done 204"],
            entries.Select(Shorten));
        Assert.Equal("Ada", entries[0].GetProperty("userName").GetString());
        Assert.All(entries, static each => Assert.NotEmpty(each.GetProperty("traceId").GetString()!));
    }

    [Fact]
    public async Task It_is_filtered_and_read_page_by_page_over_days_and_a_restart()
    {
        AuditLog log = _world.Host.Service<AuditLog>();
        for (int i = 0; i < 30; i++)
        {
            long timeMs = _world.Host.Clock.GetUtcNow().AddDays(i / 10 * 3).AddMinutes(i).ToUnixTimeMilliseconds();
            int status = i % 3 == 0 ? 409 : 200;
            await log.RecordAsync(new AuditEntry(timeMs, 7, i % 2 == 0 ? "a.one" : "a.two", "t" + i, status, "x", ""));
        }

        ManualClock clock = _world.Host.Clock;
        await _world.DisposeAsync();
        _world = new BookingWorld(_folder, clock, ("Catalog:RateLimits:Enabled", "false"));
        string[] all = await TargetsAsync("limit=7");
        Assert.Equal(Enumerable.Range(0, 30).Select(i => "t" + (29 - i)), all);
        Assert.Equal(["t28", "t26", "t22", "t20"], await TargetsAsync("action=a.one&result=done&from=2030-01-07"));
        Assert.Equal(30, (await TargetsAsync("action=a.&limit=1")).Length);
        Assert.Equal(10, (await TargetsAsync("user_id=7&from=2030-01-04&to=2030-01-05&limit=3")).Length);
        Assert.Equal(["t4"], await TargetsAsync("target=t4"));
        Assert.Empty(await TargetsAsync("user_id=8"));
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_filter_alone()
    {
        AuditLog log = _world.Host.Service<AuditLog>();
        long nowMs = _world.Host.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        for (int i = 0; i < 3; i++) await log.RecordAsync(new AuditEntry(nowMs, 7, "a.one", "t", 200, "x", ""));
        ShellAnswer page = await _world.Host.GetAsync("/api/admin/audit?limit=2", _admin);
        string cursor = page.Json.GetProperty("nextCursor").GetString()!;
        (await _world.Host.GetAsync("/api/admin/audit?action=a.one&cursor=" + cursor, _admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_cursor");
        (await _world.Host.GetAsync("/api/admin/audit?cursor=1", _admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_cursor");
        (await _world.Host.GetAsync("/api/admin/audit?result=some&user_id=x&limit=501", _admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter").AssertFields("result", "user_id", "limit");
    }

    [Fact]
    public async Task Signing_out_everywhere_is_recorded_of_whom_it_signs_out()
    {
        string user = await _world.UserAsync();
        await _world.Host.PostAsync("/api/auth/logout-everywhere", null, user);
        Assert.Equal("account.sign-out-everywhere  done 204", Shorten((await ListAsync(""))[0]));
    }

    [Fact]
    public async Task It_is_for_administrators()
    {
        (await _world.Host.GetAsync("/api/admin/audit"))
            .AssertProblem(HttpStatusCode.Unauthorized, "token_required");
        (await _world.Host.GetAsync("/api/admin/audit", await _world.UserAsync()))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task<JsonElement[]> ListAsync(string query)
    {
        JsonElement page = (await _world.Host.GetAsync("/api/admin/audit?" + query, _admin)).Json;
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    private async Task<string[]> TargetsAsync(string query)
    {
        var targets = new List<string>();
        string cursor = "";
        do
        {
            JsonElement page = (await _world.Host.GetAsync($"/api/admin/audit?{query}{cursor}", _admin)).Json;
            foreach (JsonElement each in page.GetProperty("items").EnumerateArray())
                targets.Add(each.GetProperty("target").GetString()!);
            bool hasMore = page.TryGetProperty("nextCursor", out JsonElement next);
            Assert.Equal(page.GetProperty("hasMore").GetBoolean(), hasMore);
            cursor = hasMore ? "&cursor=" + next.GetString() : "";
        }
        while (cursor.Length > 0);
        return [.. targets];
    }

    private static string Shorten(JsonElement entry) => string.Join(
        ' ', new[] { "action", "target", "result", "status" }.Select(name => entry.GetProperty(name).ToString()));
}
