using System.Net;
using System.Text.Json;
using Catalog.Engine.Tests.Shell.Booking;

namespace Catalog.Engine.Tests.Shell.Insight;

/// <summary>Questions to rollups over HTTP, on booking's.</summary>
public sealed class InsightEndpointTests : IAsyncLifetime
{
    private const string Rollups = "/api/admin/insight/rollups";
    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task The_rollups_there_are_say_what_they_count()
    {
        ShellAnswer answer = await _world.GetAsync(Rollups, await _world.AdminAsync());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        JsonElement[] all = [.. answer.Json.GetProperty("rollups").EnumerateArray()];
        string?[] names = [.. all.Select(one => one.GetProperty("name").GetString())];
        Assert.Contains("analytics_daily_revenue", names);
        Assert.Contains("analytics_movie_performance", names);
        JsonElement daily = all[Array.IndexOf(names, "analytics_daily_revenue")];
        JsonElement revenue = daily.GetProperty("measures")[0];
        Assert.Equal(("total_revenue", "sum", "cents"), (
            revenue.GetProperty("name").GetString(),
            revenue.GetProperty("kind").GetString(),
            revenue.GetProperty("unit").GetString()));
        Assert.Equal("theater", daily.GetProperty("dimensions")[0].GetProperty("name").GetString());
        Assert.Equal("hour", daily.GetProperty("levels")[0].GetProperty("grain").GetString());
    }

    [Fact]
    public async Task A_sale_is_in_the_answer_at_once_under_its_names()
    {
        string token = await _world.UserAsync();
        await _world.ConfirmAsync(token, await _world.HoldAsync(token, "B2", "B3"));
        string admin = await _world.AdminAsync();
        ShellAnswer answer = await _world.GetAsync(
            $"{Rollups}/analytics_movie_performance?by=movie,genre&grain=all&order=-total_revenue&genre=0"
            + "&measures=total_revenue,average_price,cancellation_rate&compare=previous", admin);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        JsonElement row = Assert.Single(answer.Json.GetProperty("rows").EnumerateArray().ToArray());
        Assert.Equal("The Long Wait", row.GetProperty("keys")[0].GetProperty("label").GetString());
        Assert.Equal("2000,1000,0", string.Join(',', row.GetProperty("values").EnumerateArray()));
        Assert.Equal(["0", "", ""], row.GetProperty("previous").EnumerateArray().Select(one => one.ToString()));
        Assert.Equal("all", answer.Json.GetProperty("grain").GetString());
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("since").ValueKind);
        Assert.True(answer.Json.GetProperty("position").GetInt64() > 0);
        Assert.Equal("2030-01-01T00:00:00Z", answer.Json.GetProperty("asOf").GetString());
    }

    [Fact]
    public async Task Time_is_asked_for_in_days_and_moments()
    {
        string token = await _world.UserAsync();
        await _world.ConfirmAsync(token, await _world.HoldAsync(token, "B2"));
        string admin = await _world.AdminAsync();
        (string Query, int Rows)[] asked =
        [
            ("from=2030-01-01&to=2030-01-02", 1), ("from=2029-12-30&to=2030-01-01", 0),
            ("from=2030-01-01T00:00:00Z&to=2030-01-01T01:00:00Z&grain=hour", 1), ("grain=week", 1), ("", 1),
        ];
        foreach ((string query, int rows) in asked)
        {
            ShellAnswer answer = await _world.GetAsync($"{Rollups}/analytics_daily_revenue?{query}", admin);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(rows, answer.Json.GetProperty("rows").GetArrayLength());
        }
    }

    [Fact]
    public async Task Customers_are_counted_named_and_kept_in_cohorts()
    {
        string token = await _world.UserAsync();
        await _world.ConfirmAsync(token, await _world.HoldAsync(token, "B2", "B3"));
        string returned = await _world.HoldAsync(token, "B4");
        await _world.ConfirmAsync(token, returned);
        await _world.PostAsync($"/api/bookings/{returned}/cancel", null, token);
        string admin = await _world.AdminAsync();
        ShellAnswer answer = await _world.GetAsync("/api/admin/insight/activity/customers?order=acts", admin);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((1, 1, 2000), (Number(answer.Json, "count"), Number(answer.Json, "returning"),
            Number(answer.Json, "amount")));
        JsonElement leader = Assert.Single(answer.Json.GetProperty("leaders").EnumerateArray().ToArray());
        Assert.Equal("Ada", leader.GetProperty("label").GetString());
        Assert.Equal((2, 2000), (Number(leader, "acts"), Number(leader, "amount")));

        ShellAnswer retention = await _world.GetAsync("/api/admin/insight/activity/customers/retention", admin);
        JsonElement[] cohorts = [.. retention.Json.GetProperty("cohorts").EnumerateArray()];
        Assert.Equal(("week", 12), (retention.Json.GetProperty("period").GetString(), cohorts.Length));
        Assert.Equal((1, 0), (Number(cohorts[^1], "size"), Number(cohorts[0], "size")));
        Assert.Equal("2029-12-31T00:00:00Z", cohorts[^1].GetProperty("start").GetString());
        (await _world.GetAsync("/api/admin/insight/activity/customers/retention?from=1971-01-01", admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter");
        (await _world.GetAsync("/api/admin/insight/activity/customers", token))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Occupancy_is_that_of_now()
    {
        string token = await _world.UserAsync();
        await _world.ConfirmAsync(token, await _world.HoldAsync(token, "B2", "B3"));
        await _world.HoldAsync(token, "B4");
        string admin = await _world.AdminAsync();
        ShellAnswer answer = await _world.GetAsync("/api/admin/insight/occupancy?order=fullest&to=2040-01-01", admin);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        JsonElement total = answer.Json.GetProperty("total");
        JsonElement[] rows = [.. answer.Json.GetProperty("rows").EnumerateArray()];
        Assert.Equal((2, 1), (Number(total, "sold"), Number(total, "held")));
        Assert.Equal(Number(total, "showtimes"), rows.Length);
        Assert.Equal("1", rows[0].GetProperty("showtimeId").GetString());
        JsonElement seats = rows[0].GetProperty("seats");
        Assert.Equal(2.0 / Number(seats, "capacity"), seats.GetProperty("occupancy").GetDouble());
        double[] shares = [.. rows.Select(row => row.GetProperty("seats").GetProperty("occupancy").GetDouble())];
        Assert.Equal(shares.OrderDescending(), shares);
        ShellAnswer one = await _world.GetAsync("/api/admin/insight/occupancy?limit=1&to=2040-01-01", admin);
        Assert.NotEqual("1", one.Json.GetProperty("rows")[0].GetProperty("showtimeId").GetString());
        Assert.Equal(total.ToString(), one.Json.GetProperty("total").ToString());
        (await _world.GetAsync("/api/admin/insight/occupancy?from=2040-01-01&to=2030-01-01", admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter");
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2030-01-02&to=2030-01-01", "from")]
    [InlineData("grain=year", "grain")]
    [InlineData("by=seat", "by")]
    [InlineData("measures=luck", "measures")]
    [InlineData("order=luck", "order")]
    [InlineData("theater=Odeon", "theater")]
    [InlineData("seat=1", "seat")]
    [InlineData("limit=10001", "limit")]
    [InlineData("compare=future", "compare")]
    public async Task What_does_not_fit_is_named(string query, string field)
    {
        ShellAnswer answer =
            await _world.GetAsync($"{Rollups}/analytics_daily_revenue?{query}", await _world.AdminAsync());
        answer.AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), answer.Json.ToString());
    }

    [Fact]
    public async Task Only_administrators_ask_and_only_what_there_is()
    {
        (await _world.GetAsync(Rollups)).AssertProblem(HttpStatusCode.Unauthorized, "token_required");
        (await _world.GetAsync($"{Rollups}/analytics_daily_revenue", await _world.UserAsync()))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        (await _world.GetAsync($"{Rollups}/analytics_nothing", await _world.AdminAsync()))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    private static int Number(JsonElement row, string name) => row.GetProperty(name).GetInt32();
}
