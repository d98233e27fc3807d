using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>What somebody sees who starts the server for the first time.</summary>
public sealed class DemoStartTests : IAsyncLifetime
{
    private readonly BookingWorld _world = new(settings: ("Catalog:Demo", "true"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Showtimes_are_filled_to_various_degrees_and_some_are_sold_out()
    {
        List<JsonElement> shows = await ShowsAsync();
        Assert.Equal(252, shows.Count);
        double[] fill = [.. shows.Select(Fill)];
        Assert.InRange(fill.Count(share => share >= 1), 6, 30);
        Assert.InRange(fill.Count(share => share == 0), 6, 80);
        Assert.True(fill.Count(share => share is > 0.1 and < 0.9) > 100, "Most are somewhere in between.");
        Assert.True(shows.Take(36).Average(Fill) > shows.TakeLast(36).Average(Fill), "The sooner the fuller.");
        Assert.All(shows, show => Assert.Equal(0, show.GetProperty("held").GetInt32()));
    }

    [Fact]
    public async Task The_second_visitor_of_the_crowded_showtime_queues_and_a_sold_out_one_has_a_waiting_list()
    {
        List<JsonElement> shows = await ShowsAsync();
        JsonElement crowded = shows.First(show => show.GetProperty("hasWaitingRoom").GetBoolean());
        Assert.Equal(1, crowded.GetProperty("free").GetInt32());
        string path = $"/api/waiting-room/{crowded.GetProperty("id")}/enter";
        ShellAnswer first = await _world.PostAsync(path, null, await _world.UserAsync());
        ShellAnswer second = await _world.PostAsync(path, null, await _world.UserAsync("eve"));
        Assert.True((first.Status, second.Status) is (HttpStatusCode.OK, HttpStatusCode.OK), first.Text + second.Text);
        Assert.Equal((true, 1), (
            first.Json.GetProperty("admitted").GetBoolean(), second.Json.GetProperty("position").GetInt32()));
        string soldOut = shows.First(show => Fill(show) >= 1).GetProperty("id").GetString()!;
        var wish = new { showtimeId = soldOut, count = 2, together = true };
        ShellAnswer joined = await _world.PostAsync("/api/waiting-list", wish, await _world.UserAsync("bob"));
        Assert.True((int)joined.Status is 200 or 201, joined.Text);
    }

    [Fact]
    public async Task The_demo_customer_has_bookings_and_everything_on_it_needs_no_second_request()
    {
        string token = (await _world.Host.LoginAsync("demo@catalog.test", "demo-customer-1")).AccessToken;
        ShellAnswer mine = await _world.GetAsync("/api/bookings/my-bookings", token);
        Assert.Equal(["confirmed", "confirmed"], mine.Json.GetProperty("items").EnumerateArray()
            .Select(booking => booking.GetProperty("status").GetString()));
        JsonElement show = (await ShowsAsync())[0];
        foreach (string member in (string[])["movieTitle", "genre", "rating", "posterUrl", "theaterName", "city"])
            Assert.NotEmpty(show.GetProperty(member).GetString()!);
        Assert.InRange(show.GetProperty("durationMinutes").GetInt32(), 60, 200);
    }

    [Fact]
    public async Task Every_film_has_a_poster_of_its_own_that_is_sound_and_can_be_kept()
    {
        JsonElement[] movies =
            [.. (await _world.GetAsync("/api/movies?limit=100")).Json.GetProperty("items").EnumerateArray()];
        var posters = new HashSet<string>();
        foreach (JsonElement movie in movies)
        {
            string address = movie.GetProperty("posterUrl").GetString()!;
            ShellAnswer poster = await _world.Host.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (poster.Status, poster.Headers["Content-Type"]));
            Assert.Contains("immutable", poster.Headers["Cache-Control"], StringComparison.Ordinal);
            XElement svg = XDocument.Parse(poster.Text).Root!;
            Assert.Equal(movie.GetProperty("title").GetString(), svg.Attribute("aria-label")!.Value);
            Assert.DoesNotContain("http", poster.Text.Replace("http://www.w3.org", "", StringComparison.Ordinal),
                StringComparison.Ordinal);
            Assert.True(posters.Add(poster.Text), "Each is its own.");
            Assert.Equal(poster.Text, (await _world.Host.GetAsync(address)).Text);
        }

        Assert.Equal(24, posters.Count);
        (await _world.GetAsync("/api/movies/999/poster.svg")).AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    private static double Fill(JsonElement show) =>
        show.GetProperty("sold").GetInt32() / (double)show.GetProperty("capacity").GetInt32();

    private async Task<List<JsonElement>> ShowsAsync() =>
        [.. (await _world.GetAsync("/api/showtimes?limit=500"))
            .Json.GetProperty("items").EnumerateArray()];
}
