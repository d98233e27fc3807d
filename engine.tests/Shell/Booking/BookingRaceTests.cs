using System.Net;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Many at once, and the server going and coming again.</summary>
public sealed class BookingRaceTests
{
    private const int Racers = 50;

    [Fact]
    public async Task Of_fifty_who_want_one_seat_exactly_one_gets_it()
    {
        await using BookingWorld world = await BookingWorld.CreateAsync(("Catalog:RateLimits:Enabled", "false"));
        string[] tokens = await Task.WhenAll(Enumerable.Range(0, Racers).Select(i => world.UserAsync("racer" + i)));
        ShellAnswer[] answers = await Task.WhenAll(tokens.Select(token => world.ReserveAsync(token, "B4")));
        Assert.Equal(1, answers.Count(a => a.Status == HttpStatusCode.Created));
        foreach (ShellAnswer lost in answers.Where(a => a.Status != HttpStatusCode.Created))
            lost.AssertProblem(HttpStatusCode.Conflict, "seat_taken").AssertFields("seats[0]");
    }

    [Fact]
    public async Task Fifty_repeats_of_one_request_hold_once()
    {
        await using BookingWorld world = await BookingWorld.CreateAsync();
        string token = await world.UserAsync();
        var body = new { showtimeId = "1", seats = (string[])["B1", "B2"] };
        ShellAnswer[] answers = await Task.WhenAll(
            Enumerable.Range(0, Racers).Select(_ => world.PostAsync("/api/bookings/reserve", body, token, "one")));
        Assert.Single(answers.Select(a => a.Text).Distinct());
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
    }

    [Fact]
    public async Task A_flood_of_reservations_is_slowed_down()
    {
        await using BookingWorld world = await BookingWorld.CreateAsync(
            ("Catalog:RateLimits:Policies:reserve:Limit", "5"));
        string token = await world.UserAsync();
        for (int i = 1; i <= 5; i++) await world.HoldAsync(token, "B" + i);
        ShellAnswer refused = await world.ReserveAsync(token, "B6");
        refused.AssertProblem(HttpStatusCode.TooManyRequests, "rate_limited");
        Assert.True(refused.Headers.ContainsKey("Retry-After"));
        Assert.Contains("B6:free", await world.StatusesAsync());
    }

    [Fact]
    public async Task A_restart_keeps_everything()
    {
        string folder = Directory.CreateTempSubdirectory("catalog-booking-").FullName;
        var clock = new ManualClock();
        try
        {
            string before, mine, token;
            await using (var world = new BookingWorld(folder, clock))
            {
                await world.ImportAsync();
                token = await world.UserAsync();
                await world.ConfirmAsync(token, await world.HoldAsync(token, "B1", "B2"));
                await world.HoldAsync(token, "C1");
                before = await world.StatusesAsync();
                mine = (await world.GetAsync("/api/bookings/my-bookings", token)).Text;
            }

            await using (var world = new BookingWorld(folder, clock))
            {
                Assert.Equal(before, await world.StatusesAsync());
                Assert.Equal(mine, (await world.GetAsync("/api/bookings/my-bookings", token)).Text);
                (await world.ReserveAsync(token, "B2")).AssertProblem(HttpStatusCode.Conflict, "seat_taken");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_token_that_ran_out_books_nothing()
    {
        await using BookingWorld world = await BookingWorld.CreateAsync();
        string token = await world.UserAsync();
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        (await world.ReserveAsync(token, "B1")).AssertProblem(HttpStatusCode.Unauthorized, "token_invalid");
    }

    [Fact]
    public async Task A_first_start_brings_demo_shows_that_can_be_booked_at_once()
    {
        await using var world = new BookingWorld(null, null, ("Catalog:Demo", "true"));
        string token = (await world.Host.LoginAsync("demo@catalog.test", "demo-customer-1")).AccessToken;
        object best = new { showtimeId = "1", best = new { count = 2 } };
        ShellAnswer held = await world.PostAsync("/api/bookings/reserve", best, token);
        Assert.True(held.Status == HttpStatusCode.Created, held.Text);
    }
}
