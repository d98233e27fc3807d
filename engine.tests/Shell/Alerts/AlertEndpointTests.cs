using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Alerts;

public sealed class AlertEndpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-alerts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Alerts_are_listed_seen_resolved_and_counted()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        for (int i = 1; i <= 3; i++) await world.Desk.RaiseAsync(AlertRuleTests.OfSystem("show-" + i));
        world.Clock.Advance(TimeSpan.FromSeconds(40));
        ShellAnswer seen = await world.SendAsync(HttpMethod.Post, "/api/admin/alerts/1/acknowledge");
        Assert.Equal("acknowledged", seen.Json.GetProperty("state").GetString());
        world.Clock.Advance(TimeSpan.FromSeconds(20));
        ShellAnswer over = await world.SendAsync(
            HttpMethod.Post, "/api/admin/alerts/1/resolve", new { note = "cheaper now" });
        Assert.Equal("cheaper now", over.Json.GetProperty("note").GetString());
        (await world.SendAsync(HttpMethod.Post, "/api/admin/alerts/1/acknowledge"))
            .AssertProblem(HttpStatusCode.Conflict, "alert_over");
        (await world.SendAsync(HttpMethod.Post, "/api/admin/alerts/9/acknowledge"))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");

        ShellAnswer one = await world.SendAsync(HttpMethod.Get, "/api/admin/alerts/1");
        Assert.Equal("resolved", one.Json.GetProperty("state").GetString());
        (await world.SendAsync(HttpMethod.Get, "/api/admin/alerts/9"))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");

        JsonElement page = (await world.SendAsync(HttpMethod.Get, "/api/admin/alerts?limit=2")).Json;
        Assert.Equal(["3", "2"], Ids(page));
        Assert.Equal((true, "2", 2), (
            page.GetProperty("hasMore").GetBoolean(), page.GetProperty("nextCursor").GetString(),
            page.GetProperty("openCount").GetInt32()));
        Assert.Equal(["1"], Ids((await world.SendAsync(HttpMethod.Get, "/api/admin/alerts?cursor=2")).Json));
        Assert.Equal(["1"], Ids((await world.SendAsync(HttpMethod.Get, "/api/admin/alerts?state=resolved")).Json));
        Assert.Equal(["3", "2"], Ids((await world.SendAsync(HttpMethod.Get, "/api/admin/alerts?state=open")).Json));
        JsonElement figures = (await world.SendAsync(HttpMethod.Get, "/api/admin/alerts/figures")).Json;
        Assert.Equal((3, 2, 1, 40.0, 60.0), (
            figures.GetProperty("raised").GetInt32(), figures.GetProperty("open").GetInt32(),
            figures.GetProperty("resolved").GetInt32(), figures.GetProperty("medianAcknowledgeSeconds").GetDouble(),
            figures.GetProperty("meanResolveSeconds").GetDouble()));
    }

    [Fact]
    public async Task A_rule_is_shown_without_its_secret_which_a_change_keeps()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        const string secret = "0123456789abcdef";
        await world.AddRuleAsync(("webhook", "https://example.org/hook"), ("webhookSecret", secret));
        ShellAnswer list = await world.SendAsync(HttpMethod.Get, "/api/admin/alerts/rules");
        Assert.DoesNotContain(secret, list.Text, StringComparison.Ordinal);
        JsonElement rule = list.Json.GetProperty("items")[0];
        Assert.True(rule.GetProperty("hasSecret").GetBoolean());
        Assert.Equal("3", rule.GetProperty("where").GetProperty("place")[0].GetString());
        ShellAnswer changed = await world.SendAsync(
            HttpMethod.Put, "/api/admin/alerts/rules/1", AlertWorld.Rule(("webhook", "https://example.org/other")));
        Assert.True(changed.Json.GetProperty("hasSecret").GetBoolean());
    }

    [Fact]
    public async Task A_rule_is_switched_off_and_on_and_nothing_else_of_it_changes()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        await world.AddRuleAsync(
            ("forMinutes", 0), ("cooldownMinutes", 1), ("webhook", "https://example.org/hook"),
            ("webhookSecret", "0123456789abcdef"));
        const string rule = "/api/admin/alerts/rules/1";
        JsonElement before = (await world.SendAsync(HttpMethod.Get, "/api/admin/alerts/rules")).Json;
        world.Sell(20);
        Assert.Equal("1 open", await world.LookAfterAsync(1));
        ShellAnswer off = await world.SendAsync(HttpMethod.Post, rule + "/disable");
        Assert.Equal("off", off.Json.GetProperty("state").GetString());
        Catalog.Shell.Alerts.Alert over = (await world.Desk.ListAsync()).Value.Alerts[0];
        Assert.Equal("The rule was switched off.", over.Note);
        Assert.NotEqual(0UL, over.ResolvedBy);
        world.Sell(20);
        Assert.Equal("1 over", await world.LookAfterAsync(5));
        await world.SendAsync(HttpMethod.Post, rule + "/enable");
        JsonElement after = (await world.SendAsync(HttpMethod.Get, "/api/admin/alerts/rules")).Json;
        Assert.Equal(before.GetRawText(), after.GetRawText());
        world.Sell(20);
        Assert.Equal("1 over, 2 open", await world.LookAfterAsync(1));
        (await world.SendAsync(HttpMethod.Post, "/api/admin/alerts/rules/9/disable"))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        ShellAnswer log = await world.SendAsync(HttpMethod.Get, "/api/admin/audit?action=alert-rule.");
        string[] actions = [.. log.Json.GetProperty("items").EnumerateArray()
            .Select(static each => $"{each.GetProperty("action")} {each.GetProperty("target")}")];
        Assert.Equal(
            ["alert-rule.disable 9", "alert-rule.enable 1", "alert-rule.disable 1", "alert-rule.add 1"], actions);
    }

    [Fact]
    public async Task What_rules_can_be_about_is_listed_by_system()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        JsonElement subjects = (await world.SendAsync(HttpMethod.Get, "/api/admin/alerts/rules/subjects")).Json;
        string[] systems = [.. subjects.GetProperty("items").EnumerateArray()
            .Select(static each => each.GetProperty("system").GetString()!)];
        Assert.Contains("test", systems);
        JsonElement test = subjects.GetProperty("items")[Array.IndexOf(systems, "test")];
        Assert.Equal("sales", test.GetProperty("rollups")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("comparison", "near")]
    [InlineData("severity", "bad")]
    [InlineData("windowMinutes", 0)]
    [InlineData("forMinutes", -1)]
    [InlineData("name", " ")]
    [InlineData("system", "nobody")]
    [InlineData("rollup", "nothing")]
    [InlineData("measure", "nothing")]
    [InlineData("webhook", "ftp://example.org")]
    [InlineData("webhookSecret", "short")]
    public async Task A_bad_rule_is_refused_by_the_field(string field, object value)
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        (await world.SendAsync(HttpMethod.Post, "/api/admin/alerts/rules", AlertWorld.Rule((field, value)), "k1"))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body").AssertFields(field);
    }

    [Fact]
    public async Task Alerts_are_for_administrators()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        await world.SignInAsync("ada@example.org");
        foreach (string path in new[] { "", "/figures", "/rules" })
            (await world.SendAsync(HttpMethod.Get, "/api/admin/alerts" + path))
                .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        (await world.SendAsync(HttpMethod.Post, "/api/admin/alerts/rules", AlertWorld.Rule(), "k1"))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        (await world.SendAsync(HttpMethod.Post, "/api/admin/alerts/1/resolve", new { }))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Figures_that_are_watched_can_be_exported_too()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        world.Sell(3, place: 7);
        world.Sell(2, place: 8);
        var body = new
        {
            source = "rollup",
            format = "csv",
            arguments = new { system = "test", rollup = "sales", by = "place", measures = "orders,average" },
        };
        await world.SendAsync(HttpMethod.Post, "/api/admin/exports", body, "k1");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await world.SendAsync(HttpMethod.Get, "/api/admin/exports/1")).Json.TryGetProperty("endedAt", out _))
            await Task.Delay(10, patience.Token);
        ShellAnswer file = await world.SendAsync(HttpMethod.Get, "/api/admin/exports/1/file");
        string[] lines = file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Time,Place,Orders,Average", lines[0]);
        string[] rows = [.. lines[1..].Select(WithoutLast).Order()];
        Assert.Equal(["2030-01-01T00:00:00Z,7,3,", "2030-01-01T00:00:00Z,8,2,"], rows);
        var bad = new { source = "rollup", format = "csv", arguments = new { system = "test", rollup = "x" } };
        (await world.SendAsync(HttpMethod.Post, "/api/admin/exports", bad, "k2"))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body").AssertFields("arguments.rollup");
    }

    private static string WithoutLast(string line) => line[..(line.LastIndexOf(',') + 1)];

    private static string[] Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(static each => each.GetProperty("id").GetString()!)];
}
