using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Waiting for seats to come back, and waiting to be let in.</summary>
public sealed class WaitingEndpointTests : IAsyncLifetime
{
    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Places_that_come_back_are_offered_to_who_waits()
    {
        string ada = await _world.UserAsync();
        string eve = await _world.UserAsync("eve");
        object all = new { showtimeId = "1", area = "Standing", places = 10 };
        object wish = new { showtimeId = "1", count = 2, area = "Standing" };
        (await _world.PostAsync("/api/waiting-list", wish, eve))
            .AssertProblem(HttpStatusCode.Conflict, "seats_are_free");
        await _world.PostAsync("/api/bookings/reserve", all, ada);
        ShellAnswer second = await _world.PostAsync("/api/bookings/reserve", all, ada);
        ShellAnswer joined = await _world.PostAsync("/api/waiting-list", wish, eve, "wait");
        Assert.True(joined.Status == HttpStatusCode.Created, joined.Text);
        Assert.Equal(joined.Text, (await _world.PostAsync("/api/waiting-list", wish, eve, "wait")).Text);
        (await _world.PostAsync("/api/waiting-list", wish, eve))
            .AssertProblem(HttpStatusCode.Conflict, "already_waiting");
        ShellAnswer place = await _world.GetAsync("/api/waiting-list/1", eve);
        Assert.Equal(1, place.Json.GetProperty("position").GetInt32());
        string given = second.Json.GetProperty("bookingId").GetString()!;
        await _world.SendAsync(HttpMethod.Delete, $"/api/bookings/{given}", null, ada);
        (await _world.GetAsync("/api/waiting-list/1", eve)).AssertProblem(HttpStatusCode.NotFound, "not_found");
        ShellAnswer mine = await _world.GetAsync("/api/bookings/my-bookings?status=offered", eve);
        string offer = mine.Json.GetProperty("items")[0].GetProperty("bookingId").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await _world.ConfirmAsync(eve, offer)).Status);
    }

    [Fact]
    public async Task Everything_one_waits_for_is_listed_until_it_is_offered_or_given_up()
    {
        _world.Host.Clock.Advance(TimeSpan.FromHours(1));
        string ada = await _world.UserAsync(), eve = await _world.UserAsync("eve");
        Assert.Empty(await WaitsAsync(eve));
        string given = await FillStandingAsync(ada, "1");
        await FillStandingAsync(ada, "3");
        object first = new { showtimeId = "1", count = 2, area = "Standing", maxPriceCents = 700 };
        Assert.Equal(HttpStatusCode.Created, (await _world.PostAsync("/api/waiting-list", first, ada)).Status);
        Assert.Equal(HttpStatusCode.Created, (await _world.PostAsync("/api/waiting-list", first, eve)).Status);
        object second = new { showtimeId = "3", count = 1, area = "Standing" };
        Assert.Equal(HttpStatusCode.Created, (await _world.PostAsync("/api/waiting-list", second, eve)).Status);
        JsonElement[] both = await WaitsAsync(eve);
        Assert.Equal(["3", "1"], both.Select(w => w.GetProperty("showtimeId").GetString()));
        Assert.Equal([1, 2], both.Select(w => w.GetProperty("position").GetInt32()));
        Assert.Equal([1, 2], both.Select(w => w.GetProperty("count").GetInt32()));
        Assert.Equal("Standing", both[1].GetProperty("area").GetString());
        Assert.Equal(700, both[1].GetProperty("maxPriceCents").GetInt32());
        Assert.Equal("The Long Wait", both[1].GetProperty("movieTitle").GetString());
        Assert.False(both[0].TryGetProperty("maxPriceCents", out _));

        await _world.SendAsync(HttpMethod.Delete, "/api/waiting-list/1", null, ada);
        await _world.SendAsync(HttpMethod.Delete, $"/api/bookings/{given}", null, ada);
        JsonElement left = Assert.Single(await WaitsAsync(eve));
        Assert.Equal("3", left.GetProperty("showtimeId").GetString());
        await _world.SendAsync(HttpMethod.Delete, "/api/waiting-list/3", null, eve);
        Assert.Empty(await WaitsAsync(eve));
    }

    [Fact]
    public async Task A_show_that_has_begun_is_waited_for_no_more()
    {
        string eve = await _world.UserAsync("eve");
        await FillStandingAsync(await _world.UserAsync(), "1");
        object wish = new { showtimeId = "1", count = 2, area = "Standing" };
        Assert.Equal(HttpStatusCode.Created, (await _world.PostAsync("/api/waiting-list", wish, eve)).Status);
        Assert.Single(await WaitsAsync(eve));
        _world.Host.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty(await WaitsAsync((await _world.Host.LoginAsync("eve@example.org")).AccessToken));
    }

    [Theory]
    [InlineData("""{"showtimeId":"1","count":0}""", "count")]
    [InlineData("""{"showtimeId":"1","count":11}""", "count")]
    [InlineData("""{"showtimeId":"1","count":1,"maxPriceCents":0}""", "maxPriceCents")]
    [InlineData("""{"showtimeId":"1","count":1,"zones":["Moon"]}""", "zones[0]")]
    [InlineData("""{"showtimeId":"1","count":1,"area":"Pit"}""", "area")]
    [InlineData("""{"showtimeId":"1","count":1,"area":"Standing","together":true}""", "area")]
    public async Task A_wish_that_cannot_be_is_named(string body, string field)
    {
        string user = await _world.UserAsync();
        (await _world.PostAsync("/api/waiting-list", body, user))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body").AssertFields(field);
        (await _world.SendAsync(HttpMethod.Delete, "/api/waiting-list/1", null, user))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Who_queues_keeps_the_place_by_asking_and_loses_it_by_silence()
    {
        string[] inside = await Task.WhenAll(Enumerable.Range(0, 27).Select(i => _world.UserAsync($"user{i}")));
        foreach (string user in inside) await _world.PostAsync("/api/waiting-room/4/enter", null, user);
        string asking = await _world.UserAsync("asking"), silent = await _world.UserAsync("silent");
        foreach (string user in (string[])[silent, asking])
        {
            ShellAnswer entered = await _world.PostAsync("/api/waiting-room/4/enter", null, user);
            Assert.False(entered.Json.GetProperty("admitted").GetBoolean());
            Assert.Equal(120, entered.Json.GetProperty("askWithinSeconds").GetInt32());
        }

        for (int i = 0; i < 2; i++)
        {
            _world.Host.Clock.Advance(TimeSpan.FromSeconds(65));
            await _world.GetAsync("/api/waiting-room/4", asking);
        }

        (await _world.GetAsync("/api/waiting-room/4", silent)).AssertProblem(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(1, (await _world.GetAsync("/api/waiting-room/4", asking)).Json.GetProperty("position").GetInt32());
    }

    [Fact]
    public async Task Who_was_let_in_may_hold_seats_and_who_left_may_not()
    {
        string user = await _world.UserAsync();
        object seats = new { showtimeId = "4", seats = (string[])["B1"] };
        (await _world.GetAsync("/api/waiting-room/4", user)).AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.PostAsync("/api/bookings/reserve", seats, user))
            .AssertProblem(HttpStatusCode.Forbidden, "not_admitted");
        ShellAnswer entered = await _world.PostAsync("/api/waiting-room/4/enter", null, user);
        Assert.True(entered.Status == HttpStatusCode.OK, entered.Text);
        Assert.True(entered.Json.GetProperty("admitted").GetBoolean());
        Assert.True((await _world.GetAsync("/api/waiting-room/4", user)).Json.GetProperty("admitted").GetBoolean());
        Assert.Equal(HttpStatusCode.Created, (await _world.PostAsync("/api/bookings/reserve", seats, user)).Status);
        ShellAnswer left = await _world.SendAsync(HttpMethod.Delete, "/api/waiting-room/4", null, user);
        Assert.Equal(HttpStatusCode.NoContent, left.Status);
        object others = new { showtimeId = "4", seats = (string[])["B2"] };
        (await _world.PostAsync("/api/bookings/reserve", others, user))
            .AssertProblem(HttpStatusCode.Forbidden, "not_admitted");
        (await _world.PostAsync("/api/waiting-room/9/enter", null, user))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    /// <summary>Holds every place of the area; the id of one of the holds.</summary>
    private async Task<string> FillStandingAsync(string user, string show)
    {
        object places = new { showtimeId = show, area = "Standing", places = 10 };
        await _world.PostAsync("/api/bookings/reserve", places, user);
        ShellAnswer held = await _world.PostAsync("/api/bookings/reserve", places, user);
        Assert.True(held.Status == HttpStatusCode.Created, held.Text);
        return held.Json.GetProperty("bookingId").GetString()!;
    }

    private async Task<JsonElement[]> WaitsAsync(string user)
    {
        ShellAnswer answer = await _world.GetAsync("/api/waiting-list", user);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return [.. answer.Json.GetProperty("items").EnumerateArray()];
    }
}
