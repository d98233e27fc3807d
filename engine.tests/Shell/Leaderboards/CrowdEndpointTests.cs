using System.Globalization;
using System.Net;
using System.Text.Json;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Engine.Tests.Shell.Leaderboards;

/// <summary>What administrators ask about everybody who plays, over HTTP.</summary>
public sealed class CrowdEndpointTests : IAsyncLifetime
{
    private const string Insight = "/api/admin/insight";
    private readonly LeaderboardWorld _world = new();
    private string _admin = "";

    public async Task InitializeAsync() => _admin = await _world.AdminAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Who_came_and_who_came_back_is_told_by_day_and_by_name()
    {
        (string ada, string adaId) = await _world.PlayerAsync("ada");
        (string eve, _) = await _world.PlayerAsync("eve");
        _world.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        await _world.PlayAsync(ada, 500);
        await _world.PlayAsync(ada, 600);
        await _world.PlayAsync(eve, 700);
        _world.Host.Clock.Advance(TimeSpan.FromDays(1));
        ada = (await _world.Host.LoginAsync("ada@example.org")).AccessToken;
        _admin = (await _world.Host.LoginAsync("root@example.org")).AccessToken;
        await _world.PlayAsync(ada, 400);
        JsonElement all = await AskAsync("/players");
        Assert.Equal(2, all.GetProperty("players").GetInt32());
        JsonElement[] days = [.. all.GetProperty("days").EnumerateArray().TakeLast(2)];
        Assert.Equal([2, 1], days.Select(day => day.GetProperty("active").GetInt32()));
        Assert.Equal([2, 0], days.Select(day => day.GetProperty("new").GetInt32()));
        Assert.Equal([2, 2], days.Select(day => day.GetProperty("monthly").GetInt32()));
        Assert.Equal([3, 1], days.Select(day => day.GetProperty("games").GetInt32()));
        Assert.Equal([2, 1], days.Select(day => day.GetProperty("sessions").GetInt32()));
        Assert.Equal(3, all.GetProperty("sessions").EnumerateArray().Sum(each => each.GetProperty("count").GetInt32()));
        JsonElement cohorts = (await AskAsync("/players/retention?period=day")).GetProperty("cohorts");
        JsonElement begun = cohorts.EnumerateArray().Single(each => each.GetProperty("size").GetInt32() > 0);
        Assert.Equal([2, 1], begun.GetProperty("active").EnumerateArray().Select(each => each.GetInt32()));
        JsonElement lost = (await AskAsync("/players/list?choice=lost")).GetProperty("items");
        Assert.Equal("eve", Assert.Single(lost.EnumerateArray()).GetProperty("username").GetString());
        JsonElement page = await AskAsync("/players/list?limit=1");
        Assert.Equal(adaId, page.GetProperty("items")[0].GetProperty("playerId").GetString());
        string next = page.GetProperty("nextCursor").GetString()!;
        page = await AskAsync($"/players/list?limit=1&cursor={next}");
        Assert.Equal("eve", page.GetProperty("items")[0].GetProperty("username").GetString());
        Assert.False(page.TryGetProperty("nextCursor", out _));
    }

    [Fact]
    public async Task Nothing_is_said_of_skill_leaving_and_days_to_come_before_there_is_enough_to_learn_from()
    {
        (string ada, _) = await _world.PlayerAsync("ada");
        await _world.PlayAsync(ada, 500);
        JsonElement skill = await AskAsync("/skill");
        Assert.Equal(4, skill.GetProperty("tiers").GetArrayLength());
        Assert.Equal(500, skill.GetProperty("experience")[0].GetProperty("meanScore").GetDouble());
        Assert.Equal(0, skill.GetProperty("emerging").GetArrayLength());
        Assert.False((await AskAsync("/churn")).GetProperty("isKnown").GetBoolean());
        Assert.Equal(0, (await AskAsync("/players/forecast")).GetProperty("forecast").GetArrayLength());
        (await _world.GetAsync(Insight + "/skill?mode=chess", _admin)).AssertProblem(
            HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync(Insight + "/churn", ada)).Status);
    }

    [Fact]
    public async Task The_demo_has_enough_for_a_forecast_of_players_and_for_tiers()
    {
        await using var world = new LeaderboardWorld(("Catalog:Demo", "true"));
        string admin = (await world.Host.LoginAsync("admin@catalog.test", "demo-admin-1")).AccessToken;
        await world.Host.Service<PlaySource>().WaitAsync(default);
        JsonElement forecast = (await world.GetAsync(Insight + "/players/forecast?days=7", admin)).Json;
        Assert.Equal(7, forecast.GetProperty("forecast").GetArrayLength());
        foreach (JsonElement day in forecast.GetProperty("forecast").EnumerateArray())
        {
            double value = day.GetProperty("value").GetDouble();
            Assert.InRange(value, day.GetProperty("lower").GetDouble(), day.GetProperty("upper").GetDouble());
        }

        JsonElement skill = (await world.GetAsync(Insight + "/skill?mode=raid", admin)).Json;
        double shares = skill.GetProperty("tiers").EnumerateArray().Sum(each => each.GetProperty("share").GetDouble());
        Assert.Equal(1, shares, 6);
        int rated = skill.GetProperty("ratings").EnumerateArray().Sum(each => each.GetProperty("players").GetInt32());
        Assert.Equal(skill.GetProperty("rated").GetInt32(), rated);
        Assert.True(rated > 1_000);
        Assert.NotEqual(0, skill.GetProperty("sample")[0].GetProperty("hours").GetDouble());
        JsonElement[] emerging = [.. skill.GetProperty("emerging").EnumerateArray()];
        Assert.InRange(emerging.Length, 1, 10);
        double advanced = skill.GetProperty("tiers")[2].GetProperty("fromRating").GetDouble();
        Assert.All(emerging, each =>
        {
            Assert.True(each.GetProperty("rating").GetInt32() >= each.GetProperty("ratingBefore").GetInt32() + 75);
            Assert.InRange(each.GetProperty("rating").GetInt32(), advanced - 1, 4_000);
            Assert.Equal(DayOfWeek.Monday, each.GetProperty("since").GetDateTime().DayOfWeek);
            Assert.NotEqual("", each.GetProperty("username").GetString());
            ulong id = ulong.Parse(each.GetProperty("playerId").GetString()!, CultureInfo.InvariantCulture);
            Assert.False(world.Host.Service<PlaySource>().Read(id, static (book, asked) =>
                book.IsBanned(asked) || book.FlagOf(asked) is { Status: not CaseStatus.Cleared }));
        });
    }

    [Fact]
    public async Task A_purchase_counts_once_by_tier_channel_and_week()
    {
        (string ada, string adaId) = await _world.PlayerAsync("ada");
        (string eve, string eveId) = await _world.PlayerAsync("eve");
        await _world.PlayAsync(ada, 500);
        await _world.PlayAsync(eve, 500);
        object purchase = new { playerId = adaId, amount = 499, currency = "EUR", channel = "ads" };
        ShellAnswer first = await BuyAsync(purchase, "p1");
        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(first.Text, (await BuyAsync(purchase, "p1")).Text);
        await BuyAsync(new { playerId = adaId, amount = 1, currency = "EUR" }, "p2");
        await BuyAsync(new { playerId = eveId, amount = 0, currency = "EUR", channel = "ads" }, "p3");
        JsonElement economy = await AskAsync("/economy");
        Assert.Equal("EUR", economy.GetProperty("currency").GetString());
        Assert.Equal(500, economy.GetProperty("revenue").GetInt64());
        Assert.Equal(1, economy.GetProperty("payers").GetInt32());
        JsonElement channel = Assert.Single(economy.GetProperty("channels").EnumerateArray());
        Assert.Equal("ads", channel.GetProperty("channel").GetString());
        Assert.Equal((2, 250), (channel.GetProperty("players").GetInt32(),
            channel.GetProperty("lifetimeValue").GetDouble()));
        JsonElement week = economy.GetProperty("cohorts").EnumerateArray().Last();
        Assert.Equal((2, 1), (week.GetProperty("players").GetInt32(), week.GetProperty("payers").GetInt32()));
        (await BuyAsync(new { playerId = adaId, amount = 5, currency = "euro" }, "p4")).AssertProblem(
            HttpStatusCode.BadRequest, "invalid_body");
        (await BuyAsync(new { playerId = adaId, amount = 5, currency = "EUR" }, "p1")).AssertProblem(
            HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
    }

    private Task<ShellAnswer> BuyAsync(object purchase, string key) =>
        _world.PostAsync("/api/admin/purchases", purchase, _admin, key);

    private async Task<JsonElement> AskAsync(string path)
    {
        ShellAnswer answer = await _world.GetAsync(Insight + path, _admin);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json;
    }
}
