using System.Globalization;
using System.Net;
using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Who watches seats live always ends up with what a fresh look shows.</summary>
public sealed class SeatEventsTests : IAsyncLifetime
{
    private BookingWorld _world = null!;
    private string _admin = "";

    public async Task InitializeAsync() =>
        _world = await BookingWorld.CreateAsync(
            ("Catalog:RateLimits:Enabled", "false"), ("Catalog:Booking:MaxWatchersPerShowtime", "3"));

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Differences_add_up_to_a_fresh_look_whatever_happens()
    {
        int seed = SeedOf();
        var random = new Random(seed);
        _admin = await _world.AdminAsync();
        string[] users = [await _world.UserAsync(), await _world.UserAsync("eve")];
        using SeatStream early = await SeatStream.OpenAsync(_world);
        await early.ReadToAsync(0);
        var held = new List<(string User, string Id)>();
        for (int step = 0; step < 60; step++) await ActAsync(random, users[random.Next(2)], held);

        // Every hold runs out, and the next request notices.
        _world.Host.Clock.Advance(TimeSpan.FromMinutes(6));
        await _world.PostAsync("/api/bookings/reserve", new { showtimeId = "1", best = new { count = 1 } }, users[0]);
        using SeatStream late = await SeatStream.OpenAsync(_world);
        await AssertSameAsync(early, seed);
        await AssertSameAsync(late, seed);
        Assert.Equal("snapshot", late.Events[0]);
        Assert.Equal(1, early.Events.Count(name => name == "snapshot"));
    }

    [Fact]
    public async Task A_client_that_comes_back_is_told_what_it_missed_and_no_more()
    {
        string user = await _world.UserAsync();
        using SeatStream first = await SeatStream.OpenAsync(_world);
        await _world.HoldAsync(user, "B1");
        await first.ReadToAsync(1);
        first.Dispose();
        await _world.HoldAsync(user, "B2");
        await _world.HoldAsync(user, "B3", "B4");
        using SeatStream second = (await SeatStream.OpenAsync(_world, last: first.Version)).Continue(first);
        await second.ReadToAsync(3);
        Assert.Equal(["resumed", "diff", "diff"], second.Events);
        await AssertSameAsync(second, 0);
    }

    [Fact]
    public async Task A_client_from_another_time_begins_again()
    {
        await _world.HoldAsync(await _world.UserAsync(), "B1");
        using SeatStream stream = await SeatStream.OpenAsync(_world, last: 4711);
        await stream.ReadToAsync(1);
        if (stream.Events.Count == 1) await stream.ReadAsync();
        Assert.Equal(["resync", "snapshot"], stream.Events);
        await AssertSameAsync(stream, 0);
    }

    [Fact]
    public async Task A_client_that_missed_more_than_is_kept_begins_again()
    {
        string user = await _world.UserAsync();
        using SeatStream first = await SeatStream.OpenAsync(_world);
        await first.ReadToAsync(0);
        for (int i = 0; i < 130; i++)
        {
            string id = await _world.HoldAsync(user, "B1");
            await _world.SendAsync(HttpMethod.Delete, $"/api/bookings/{id}", null, user);
        }

        await first.ReadToAsync(260);
        using SeatStream old = await SeatStream.OpenAsync(_world, last: 1);
        await old.ReadToAsync(260);
        Assert.Equal("resync", old.Events[0]);
        using SeatStream recent = (await SeatStream.OpenAsync(_world, last: 260)).Continue(old);
        await recent.ReadToAsync(260);
        Assert.Equal(["resumed"], recent.Events);
    }

    [Fact]
    public async Task Watchers_are_bounded_and_leave_their_place_to_others()
    {
        var streams = new List<SeatStream>();
        for (int i = 0; i < 3; i++) streams.Add(await SeatStream.OpenAsync(_world));
        (await _world.GetAsync("/api/seats/1/events"))
            .AssertProblem(HttpStatusCode.ServiceUnavailable, "too_many_watchers");
        (await _world.GetAsync("/api/seats/9/events")).AssertProblem(HttpStatusCode.NotFound, "not_found");
        using SeatStream other = await SeatStream.OpenAsync(_world, BookingWorld.LaterSale);
        foreach (SeatStream stream in streams) stream.Dispose();
    }

    private static int SeedOf()
    {
        string? given = Environment.GetEnvironmentVariable("CATALOG_SEED");
        return given is null ? 20_300_101 : int.Parse(given, CultureInfo.InvariantCulture);
    }

    private async Task ActAsync(Random random, string user, List<(string User, string Id)> held)
    {
        switch (random.Next(8))
        {
            case 0 when held.Count > 0:
                (string owner, string id) = held[random.Next(held.Count)];
                await _world.ConfirmAsync(owner, id);
                break;
            case 1 when held.Count > 0:
                (string giver, string given) = held[random.Next(held.Count)];
                await _world.SendAsync(HttpMethod.Delete, $"/api/bookings/{given}", null, giver);
                break;
            case 2 when held.Count > 0:
                (string canceller, string paid) = held[random.Next(held.Count)];
                await _world.PostAsync($"/api/bookings/{paid}/cancel", null, canceller);
                break;
            case 3 when held.Count > 0:
                (string longer, string extended) = held[random.Next(held.Count)];
                await _world.PostAsync($"/api/bookings/{extended}/extend", null, longer);
                break;
            case 4 when random.Next(2) == 0:
                object kept = new { area = "Standing", places = random.Next(1, 6) };
                string way = random.Next(2) == 0 ? "block" : "unblock";
                await _world.PostAsync($"/api/admin/showtimes/1/{way}", kept, _admin);
                break;
            case 4:
                _world.Host.Clock.Advance(TimeSpan.FromSeconds(random.Next(20)));
                break;
            default:
                object wish = random.Next(3) == 0
                    ? new { showtimeId = "1", area = "Standing", places = random.Next(1, 6) }
                    : new { showtimeId = "1", best = new { count = random.Next(1, 4), allowSplit = true } };
                ShellAnswer answer = await _world.PostAsync("/api/bookings/reserve", wish, user);
                if (answer.Status == HttpStatusCode.Created)
                    held.Add((user, answer.Json.GetProperty("bookingId").GetString()!));
                break;
        }
    }

    private async Task AssertSameAsync(SeatStream stream, int seed)
    {
        ShellAnswer fresh = await _world.GetAsync("/api/seats/1");
        await stream.ReadToAsync(fresh.Json.GetProperty("version").GetUInt64());
        SeatPlan plan = BookingWorld.Plan;
        IEnumerable<string> seats = Enumerable.Range(0, plan.SeatCount).Select(plan.LabelOf)
            .Select(label => $"{label}:{stream.Statuses[label]}");
        string known = string.Join(' ', seats.Concat(stream.Areas.Select(area => $"{area.Key}:{area.Value}")));
        Assert.True(await _world.StatusesAsync() == known, $"Seed {seed}: {known}");
    }
}
