using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Looking around, and who may change what there is.</summary>
public sealed class CatalogueEndpointTests : IAsyncLifetime
{
    private static readonly object Film = new { title = "Harbour", durationMinutes = 95, genre = "Crime" };
    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Showtimes_are_filtered_ordered_and_paged()
    {
        JsonElement all = (await _world.GetAsync("/api/showtimes")).Json;
        Assert.Equal(3, all.GetProperty("total").GetInt32());
        Assert.Equal(["1", "3", "4"], Ids(all));
        Assert.Equal(["4", "3", "1"], Ids((await _world.GetAsync("/api/showtimes?order=desc")).Json));
        Assert.Equal(["3"], Ids((await _world.GetAsync("/api/showtimes?date=2030-01-03")).Json));
        Assert.Empty(Ids((await _world.GetAsync("/api/showtimes?min_price=1001")).Json));
        JsonElement page = (await _world.GetAsync("/api/showtimes?limit=2&sort=price&city=lyon&genre=drama")).Json;
        Assert.True(page.GetProperty("hasMore").GetBoolean());
        string next = Uri.EscapeDataString(page.GetProperty("nextCursor").GetString()!);
        JsonElement rest =
            (await _world.GetAsync("/api/showtimes?limit=2&sort=price&city=lyon&genre=drama&cursor=" + next)).Json;
        Assert.Equal(["1", "3", "4"], Ids(page).Concat(Ids(rest)));
        Assert.False(rest.TryGetProperty("nextCursor", out _));
        (await _world.GetAsync("/api/showtimes?limit=2&cursor=" + next))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_cursor");
        JsonElement one = (await _world.GetAsync("/api/showtimes/1")).Json;
        Assert.Equal("The Long Wait", one.GetProperty("movieTitle").GetString());
        Assert.Equal(44, one.GetProperty("free").GetInt32());
        Assert.Equal("Premium", one.GetProperty("zones")[1].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("movie_id=x", "movie_id")]
    [InlineData("movie_id=0", "movie_id")]
    [InlineData("date=2030-02-30", "date")]
    [InlineData("date=tomorrow", "date")]
    [InlineData("theater=-1", "theater")]
    [InlineData("min_price=-1", "min_price")]
    [InlineData("min_price=2&max_price=1", "max_price")]
    [InlineData("available=yes", "available")]
    [InlineData("sort=name", "sort")]
    [InlineData("order=up", "order")]
    [InlineData("page=0", "page")]
    [InlineData("limit=501", "limit")]
    [InlineData("colour=red", "colour")]
    [InlineData("sort=price&sort=time", "sort")]
    public async Task A_query_that_does_not_fit_is_named(string query, string field) =>
        (await _world.GetAsync("/api/showtimes?" + query))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter").AssertFields(field);

    [Fact]
    public async Task Films_and_theaters_are_listed_and_found()
    {
        JsonElement films = (await _world.GetAsync("/api/movies?search=long")).Json;
        Assert.Equal(["1"], Ids(films));
        Assert.Equal("Drama", films.GetProperty("genres")[0].GetString());
        JsonElement film = (await _world.GetAsync("/api/movies/1")).Json;
        Assert.Equal(3, film.GetProperty("upcomingCount").GetInt32());
        JsonElement theaters = (await _world.GetAsync("/api/theaters?city=Lyon")).Json;
        Assert.Equal(["1"], Ids(theaters));
        JsonElement theater = (await _world.GetAsync("/api/theaters/1")).Json;
        Assert.Equal(3, theater.GetProperty("plan").GetProperty("rows").GetArrayLength());
        (await _world.GetAsync("/api/theaters/7")).AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.GetAsync("/api/movies/x")).AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Only_an_administrator_changes_the_catalogue_and_never_over_a_colleague()
    {
        string user = await _world.UserAsync();
        (await _world.PostAsync("/api/movies", Film, user)).AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        (await _world.PostAsync("/api/admin/showtimes/1/block", new { seats = (string[])["B1"] }, user))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        string admin = await _world.AdminAsync();
        ShellAnswer added = await _world.PostAsync("/api/movies", Film, admin, "film");
        Assert.True(added.Status == HttpStatusCode.Created, added.Text);
        Assert.Equal(added.Text, (await _world.PostAsync("/api/movies", Film, admin, "film")).Text);
        string path = "/api/movies/" + added.Json.GetProperty("id").GetString();
        string tag = (await _world.GetAsync(path)).Json.GetProperty("movie").GetProperty("revision").ToString();
        (await PutAsync(path, Film, admin)).AssertProblem(HttpStatusCode.PreconditionRequired, "revision_required");
        ShellAnswer changed = await PutAsync(path, Film, admin, ("If-Match", $"\"{tag}\""));
        Assert.Equal(2, changed.Json.GetProperty("revision").GetInt32());
        (await PutAsync(path, Film, admin, ("If-Match", $"\"{tag}\"")))
            .AssertProblem(HttpStatusCode.PreconditionFailed, "revision_mismatch");
        (await PutAsync(path + "?revision=1", Film, admin))
            .AssertProblem(HttpStatusCode.Conflict, "revision_conflict");
        (await PutAsync("/api/movies/99", Film, admin, ("If-Match", "\"1\"")))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.SendAsync(HttpMethod.Delete, "/api/movies/1?revision=1", null, admin))
            .AssertProblem(HttpStatusCode.Conflict, "catalogue_conflict");
        ShellAnswer removed = await _world.SendAsync(HttpMethod.Delete, path + "?revision=2", null, admin);
        Assert.Equal(HttpStatusCode.NoContent, removed.Status);
        (await _world.GetAsync(path)).AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_new_theater_sells_seats_as_soon_as_it_is_answered_and_a_new_price_holds_at_once()
    {
        string admin = await _world.AdminAsync();
        object plan = new { zones = (string[])["All"], rows = (object[])[new { label = "Q", blocks = (int[])[5] }] };
        object bad = new { name = "New", city = "Nice", plan = new { zones = (string[])[] } };
        (await _world.PostAsync("/api/theaters", bad, admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body").AssertFields("plan.zones");
        string broken = """{"name":"New","city":"Nice","plan":{"zones":["All"],"rows":[null]}}""";
        (await _world.PostAsync("/api/theaters", broken, admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body").AssertFields("plan.rows[0]");
        ShellAnswer theater = await _world.PostAsync("/api/theaters", new { name = "New", city = "Nice", plan }, admin);
        Assert.True(theater.Status == HttpStatusCode.Created, theater.Text);
        string theaterId = theater.Json.GetProperty("id").GetString()!;
        object show = new { movieId = "1", theaterId, startsAt = "2030-01-05T20:00:00Z", priceCents = 900 };
        ShellAnswer added = await _world.PostAsync("/api/showtimes", show, admin);
        Assert.True(added.Status == HttpStatusCode.Created, added.Text);
        string id = added.Json.GetProperty("id").GetString()!;
        object reserve = new { showtimeId = id, seats = (string[])["Q1"] };
        ShellAnswer held = await _world.PostAsync("/api/bookings/reserve", reserve, admin);
        Assert.Equal(900, held.Json.GetProperty("amountCents").GetInt32());
        object dearer = new { movieId = "1", theaterId, startsAt = "2030-01-05T20:00:00Z", priceCents = 1100 };
        ShellAnswer changed = await PutAsync($"/api/showtimes/{id}?revision=1", dearer, admin);
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Text);
        object second = new { showtimeId = id, seats = (string[])["Q2"] };
        ShellAnswer now = await _world.PostAsync("/api/bookings/reserve", second, admin);
        Assert.Equal(1100, now.Json.GetProperty("amountCents").GetInt32());
        ShellAnswer off = await _world.SendAsync(HttpMethod.Delete, $"/api/showtimes/{id}?revision=2", null, admin);
        Assert.Equal(HttpStatusCode.NoContent, off.Status);
        object third = new { showtimeId = id, seats = (string[])["Q3"] };
        (await _world.PostAsync("/api/bookings/reserve", third, admin))
            .AssertProblem(HttpStatusCode.Conflict, "show_cancelled");
        string booking = held.Json.GetProperty("bookingId").GetString()!;
        Assert.Equal("released",
            (await _world.GetAsync($"/api/bookings/{booking}", admin)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Blocked_seats_are_not_for_sale_until_they_are_given_back()
    {
        string admin = await _world.AdminAsync();
        object seats = new { seats = (string[])["B1", "B2"] };
        ShellAnswer blocked = await _world.PostAsync("/api/admin/showtimes/1/block", seats, admin);
        Assert.True(blocked.Status == HttpStatusCode.NoContent, blocked.Text);
        (await _world.ReserveAsync(admin, "B3", "B2"))
            .AssertProblem(HttpStatusCode.Conflict, "seat_blocked").AssertFields("seats[1]");
        (await _world.PostAsync("/api/admin/showtimes/1/block", new { seats = (string[])["Z1"] }, admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body").AssertFields("seats[0]");
        await _world.PostAsync("/api/admin/showtimes/1/unblock", seats, admin);
        (await _world.PostAsync("/api/admin/showtimes/1/unblock", seats, admin))
            .AssertProblem(HttpStatusCode.Conflict, "nothing_to_undo");
        await _world.HoldAsync(admin, "B2");
    }

    [Fact]
    public async Task Blocked_places_of_an_area_are_not_for_sale_until_they_are_given_back()
    {
        string admin = await _world.AdminAsync();
        object wish = new { area = "Standing", places = 15 };
        ShellAnswer blocked = await _world.PostAsync("/api/admin/showtimes/1/block", wish, admin);
        Assert.True(blocked.Status == HttpStatusCode.NoContent, blocked.Text);
        (await _world.PostAsync("/api/admin/showtimes/1/block", wish, admin))
            .AssertProblem(HttpStatusCode.Conflict, "area_full").AssertFields("places");
        var body = new { showtimeId = "1", area = "Standing", places = 6 };
        (await _world.PostAsync("/api/bookings/reserve", body, admin))
            .AssertProblem(HttpStatusCode.Conflict, "area_full");
        JsonElement area = (await _world.GetAsync("/api/seats/1")).Json.GetProperty("areas")[0];
        Assert.Equal((5, 15), (area.GetProperty("free").GetInt32(), area.GetProperty("blocked").GetInt32()));
        await _world.PostAsync("/api/admin/showtimes/1/unblock", wish, admin);
        (await _world.PostAsync("/api/admin/showtimes/1/unblock", wish, admin))
            .AssertProblem(HttpStatusCode.Conflict, "nothing_to_undo").AssertFields("places");
        Assert.Equal(HttpStatusCode.Created, (await _world.PostAsync("/api/bookings/reserve", body, admin)).Status);
        object both = new { area = "Nowhere", places = 0, seats = (string[])["B1"] };
        (await _world.PostAsync("/api/admin/showtimes/1/block", both, admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body").AssertFields("area", "places", "seats");
    }

    [Fact]
    public async Task The_description_lists_every_endpoint_with_its_parameters()
    {
        JsonElement api = (await _world.Host.GetAsync("/openapi/v1.json")).Json;
        string[] expected =
        [
            "get /movies/{movie_id}/poster.svg", "get /movies", "post /movies",
            "get /movies/{movie_id}", "put /movies/{movie_id}",
            "delete /movies/{movie_id}", "get /theaters", "post /theaters", "get /theaters/{theater_id}",
            "put /theaters/{theater_id}", "delete /theaters/{theater_id}", "get /showtimes", "post /showtimes",
            "get /showtimes/{showtime_id}", "put /showtimes/{showtime_id}", "delete /showtimes/{showtime_id}",
            "get /seats/{showtime_id}", "get /seats/{showtime_id}/events", "post /bookings/reserve",
            "post /bookings/confirm", "get /admin/sales", "get /bookings/my-bookings", "get /bookings/{booking_id}",
            "delete /bookings/{booking_id}", "post /bookings/{booking_id}/extend",
            "post /bookings/{booking_id}/cancel", "post /waiting-list", "get /waiting-list",
            "get /waiting-list/{showtime_id}",
            "delete /waiting-list/{showtime_id}", "post /waiting-room/{showtime_id}/enter",
            "get /waiting-room/{showtime_id}", "delete /waiting-room/{showtime_id}",
            "get /admin/showtimes/{showtime_id}/holds", "delete /admin/showtimes/{showtime_id}/holds/{booking_id}",
            "post /chatbot/query", "get /recommendations", "get /pricing/suggest",
            "post /admin/showtimes/{showtime_id}/block",
            "post /admin/showtimes/{showtime_id}/unblock",
        ];
        const string prefix = "/booking/api";
        IEnumerable<string> listed = api.GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.StartsWith(prefix, StringComparison.Ordinal))
            // Every system has the same ones for its figures: they are no list of booking's.
            .Where(path => !path.Name.StartsWith(prefix + "/admin/insight/", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Select(way => $"{way.Name} {path.Name[prefix.Length..]}"));
        Assert.Equal(expected.Order(), listed.Order());
        JsonElement list = api.GetProperty("paths").GetProperty("/booking/api/showtimes").GetProperty("get");
        Assert.Equal(15, list.GetProperty("parameters").GetArrayLength());
    }

    private Task<ShellAnswer> PutAsync(
        string path, object body, string token, params (string Name, string Value)[] headers) =>
        _world.SendAsync(HttpMethod.Put, path, body, token, headers);

    private static string[] Ids(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
}
