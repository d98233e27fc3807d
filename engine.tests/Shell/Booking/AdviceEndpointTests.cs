using System.Net;
using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Booking.Advice;
using Catalog.Shell.Events;

namespace Catalog.Engine.Tests.Shell.Booking;

public sealed class AdviceEndpointTests : IAsyncLifetime
{
    private BookingWorld _world = null!;

    public static TheoryData<string> ForAdministrators =>
    [
        "/api/pricing/suggest?showtime_id=1", "/api/admin/insight/models", "/api/admin/insight/demand",
        "/api/admin/insight/low-occupancy", "/api/admin/insight/forecast", "/api/admin/insight/anomalies",
        "/api/admin/insight/show-times", "/api/admin/insight/films",
    ];

    public static TheoryData<string, string> BadQueries => new()
    {
        { "/api/pricing/suggest", "showtime_id" }, { "/api/pricing/suggest?showtime_id=x", "showtime_id" },
        { "/api/admin/insight/demand?days=31", "days" }, { "/api/admin/insight/demand?demand=huge", "demand" },
        { "/api/admin/insight/demand?theater_id=-", "theater_id" }, { "/api/admin/insight/demand?limit=0", "limit" },
        { "/api/admin/insight/low-occupancy?hours=0", "hours" },
        { "/api/admin/insight/low-occupancy?percent=101", "percent" },
        { "/api/admin/insight/forecast?measure=tears", "measure" },
        { "/api/admin/insight/forecast?days=61", "days" }, { "/api/admin/insight/anomalies?limit=x", "limit" },
        { "/api/admin/insight/show-times?limit=85", "limit" },
        { "/api/admin/insight/films?underperforming=2", "underperforming" },
        { "/api/recommendations?limit=51", "limit" }, { "/api/recommendations?user_id=1", "user_id" },
    };

    public async Task InitializeAsync() =>
        _world = await BookingWorld.CreateAsync(("Catalog:RateLimits:Enabled", "false"));

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [MemberData(nameof(ForAdministrators))]
    public async Task Only_administrators_are_answered(string path)
    {
        (await _world.GetAsync(path)).AssertProblem(HttpStatusCode.Unauthorized, "token_required");
        (await _world.GetAsync(path, await _world.UserAsync())).AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync(path, await _world.AdminAsync())).Status);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused_by_name()
    {
        string admin = await _world.AdminAsync();
        foreach (object[] row in BadQueries)
            (await _world.GetAsync((string)row[0], admin))
                .AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter").AssertFields((string)row[1]);
    }

    [Fact]
    public async Task Somebody_new_is_recommended_what_is_on_and_who_has_seen_it_is_not()
    {
        (await _world.GetAsync("/api/recommendations")).AssertProblem(HttpStatusCode.Unauthorized, "token_required");
        string ada = await _world.UserAsync(), bob = await _world.UserAsync("bob");
        JsonElement fresh = (await _world.GetAsync("/api/recommendations", ada)).Json;
        Assert.False(fresh.GetProperty("isPersonal").GetBoolean());
        JsonElement item = Assert.Single(fresh.GetProperty("items").EnumerateArray().ToArray());
        Assert.Equal("The Long Wait", item.GetProperty("movie").GetProperty("title").GetString());
        Assert.Equal(["1", "3", "4"], item.GetProperty("showtimes").EnumerateArray()
            .Select(show => show.GetProperty("id").GetString()!).Order());
        Assert.NotEmpty(item.GetProperty("reasons")[0].GetProperty("text").GetString()!);
        await _world.ConfirmAsync(ada, await _world.HoldAsync(ada, "B2"));
        JsonElement mine = (await _world.GetAsync("/api/recommendations", ada)).Json;
        Assert.True(mine.GetProperty("isPersonal").GetBoolean());
        Assert.Equal("Lyon", mine.GetProperty("city").GetString());
        Assert.Equal(0, mine.GetProperty("items").GetArrayLength());
        // What Ada booked says nothing about Bob.
        JsonElement others = (await _world.GetAsync("/api/recommendations", bob)).Json;
        Assert.False(others.GetProperty("isPersonal").GetBoolean());
        Assert.Equal(1, others.GetProperty("items").GetArrayLength());
        JsonElement elsewhere = (await _world.GetAsync("/api/recommendations?city=Nowhere", bob)).Json;
        Assert.Equal(0, elsewhere.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_price_is_suggested_with_reasons_for_showtimes_that_can_still_be_sold()
    {
        string admin = await _world.AdminAsync();
        JsonElement advice = (await _world.GetAsync("/api/pricing/suggest?showtime_id=1", admin)).Json;
        Assert.Equal(1000, advice.GetProperty("currentPriceCents").GetInt32());
        Assert.InRange(advice.GetProperty("suggestedPriceCents").GetInt32(), 700, 1300);
        Assert.Equal("low", advice.GetProperty("confidence").GetString());
        Assert.Equal(13, advice.GetProperty("candidates").GetArrayLength());
        Assert.Equal(6, advice.GetProperty("factors").GetArrayLength());
        Assert.True(advice.GetProperty("reasons").GetArrayLength() >= 3);
        Assert.Equal("1", advice.GetProperty("showtime").GetProperty("showtimeId").GetString());
        (await _world.GetAsync("/api/pricing/suggest?showtime_id=99", admin))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.GetAsync($"/api/pricing/suggest?showtime_id={BookingWorld.PastShow}", admin))
            .AssertProblem(HttpStatusCode.Conflict, "show_started");
    }

    [Fact]
    public async Task Demand_sees_what_is_sold_and_filters()
    {
        string admin = await _world.AdminAsync(), ada = await _world.UserAsync();
        await _world.ConfirmAsync(ada, await _world.HoldAsync(ada, "B2", "B3", "B4"));
        JsonElement all = (await _world.GetAsync("/api/admin/insight/demand", admin)).Json;
        Assert.Equal(3, all.GetProperty("total").GetInt32());
        JsonElement first = all.GetProperty("items")[0];
        Assert.Equal(("1", 3), (first.GetProperty("showtimeId").GetString(), first.GetProperty("sold").GetInt32()));
        Assert.InRange(first.GetProperty("expectedSeats").GetDouble(), 3, 44);
        Assert.Equal(0, Count(await _world.GetAsync("/api/admin/insight/demand?theater_id=9", admin)));
        Assert.Equal(1, Count(await _world.GetAsync("/api/admin/insight/demand?days=2", admin)));
        Assert.Equal(3, Count(await _world.GetAsync("/api/admin/insight/low-occupancy?percent=100&hours=100", admin)));
        Assert.Equal(0, Count(await _world.GetAsync("/api/admin/insight/low-occupancy?hours=1&percent=100", admin)));
    }

    [Fact]
    public async Task Models_are_trained_when_asked_and_say_on_what()
    {
        string admin = await _world.AdminAsync(), ada = await _world.UserAsync();
        await TrainedAsync(1);
        await _world.ConfirmAsync(ada, await _world.HoldAsync(ada, "B2", "B3"));
        await _world.Host.Service<ReadYourWrites>().WaitAsync(_world.Host.Service<ProjectionView<UserBookings>>());
        (await _world.PostAsync("/api/admin/insight/models/train", null, ada))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(
            HttpStatusCode.Accepted, (await _world.PostAsync("/api/admin/insight/models/train", null, admin)).Status);
        await TrainedAsync(2);
        JsonElement status = (await _world.GetAsync("/api/admin/insight/models", admin)).Json;
        Assert.Equal(1, status.GetProperty("basis").GetProperty("bookings").GetInt32());
        Assert.Equal(1, status.GetProperty("basis").GetProperty("pastShowtimes").GetInt32());
        Assert.True(status.GetProperty("basis").TryGetProperty("trainedAt", out _));
        Assert.False(status.TryGetProperty("failure", out _));
        JsonElement films = (await _world.GetAsync("/api/admin/insight/films", admin)).Json;
        Assert.Equal(3, Assert.Single(films.GetProperty("items").EnumerateArray().ToArray())
            .GetProperty("upcomingShows").GetInt32());
        JsonElement slots =
            (await _world.GetAsync("/api/admin/insight/show-times?theater_id=1&genre=Drama", admin)).Json;
        Assert.Single(slots.GetProperty("items").EnumerateArray().ToArray());
        (await _world.GetAsync("/api/admin/insight/show-times?genre=Western", admin))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    private async Task TrainedAsync(int times)
    {
        AdviceWorker worker = _world.Host.Service<AdviceWorker>();
        while (worker.Training.Count < times || worker.Training.IsUnderWay) await Task.Delay(10);
    }

    private static int Count(ShellAnswer answer) => answer.Json.GetProperty("total").GetInt32();
}
