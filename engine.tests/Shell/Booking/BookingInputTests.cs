using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Whatever comes in, the answer is a clear problem and nothing has changed.</summary>
public sealed class BookingInputTests(BookingInputTests.Shared shared) : IClassFixture<BookingInputTests.Shared>
{
    private readonly BookingWorld _world = shared.World;
    private readonly string _user = shared.User;

    [Theory]
    [InlineData("""{"showtimeId":"1","seats":["Z9"]}""", 400, "invalid_body", "seats[0]")]
    [InlineData("""{"showtimeId":"1","seats":["B1","b1"]}""", 400, "invalid_body", "seats[1]")]
    [InlineData("""{"showtimeId":"1","seats":["B1","b1"],"needsAccess":true}""", 400, "invalid_body", "seats[1]")]
    [InlineData("""{"showtimeId":"1","seats":[]}""", 400, "invalid_body", "seats")]
    [InlineData("""{"showtimeId":"1"}""", 400, "invalid_body", "seats")]
    [InlineData("""{"seats":["B1"]}""", 400, "invalid_body", "showtimeId")]
    [InlineData("""{"showtimeId":"1","seats":["B1"],"userId":"2"}""", 400, "invalid_body", "userId")]
    [InlineData("""{"showtimeId":"1","showtimeId":"3","seats":["B1"]}""", 400, "invalid_body", "showtimeId")]
    [InlineData("""{"showtimeId":"1","seats":["B1"],"seats":["B2"]}""", 400, "invalid_body", "seats")]
    [InlineData("""{"showtimeId":"1","seats":"B1"}""", 400, "invalid_body", "seats")]
    [InlineData("""{"showtimeId":"1","seats":[1]}""", 400, "invalid_body", "seats[0]")]
    [InlineData("""{"showtimeId":"1","seats":[null]}""", 400, "invalid_body", "seats[0]")]
    [InlineData("""{"showtimeId":-1,"seats":["B1"]}""", 400, "invalid_body", "showtimeId")]
    [InlineData("""{"showtimeId":"1.5","seats":["B1"]}""", 400, "invalid_body", "showtimeId")]
    [InlineData("""{"showtimeId":"1","area":"Standing"}""", 400, "invalid_body", "places")]
    [InlineData("""{"showtimeId":"1","area":"Pit","places":1}""", 400, "invalid_body", "area")]
    [InlineData("""{"showtimeId":"1","area":"Standing","places":11}""", 400, "invalid_body", "places,places")]
    [InlineData("""{"showtimeId":"1","places":-1,"area":"Standing"}""", 400, "invalid_body", "places")]
    [InlineData("""{"showtimeId":"1","best":{"count":0}}""", 400, "invalid_body", "best.count")]
    [InlineData("""{"showtimeId":"1","best":{"count":11}}""", 400, "invalid_body", "best.count")]
    [InlineData("""{"showtimeId":"1","best":{"count":1,"zones":["Moon"]}}""", 400, "invalid_body", "best.zones[0]")]
    [InlineData("""{"showtimeId":"1","best":{"count":1},"seats":["B1"]}""", 400, "invalid_body", "best")]
    [InlineData("""{"showtimeId":"1","seats":["B1"]""", 400, "malformed_json", null)]
    [InlineData("""{"showtimeId":"1","seats":["B1"]}}""", 400, "malformed_json", null)]
    [InlineData("""[]""", 400, "invalid_body", "body")]
    [InlineData("""{"showtimeId":"9","seats":["B1"]}""", 404, "not_found", null)]
    [InlineData("""{"showtimeId":"2","seats":["B1"]}""", 409, "show_started", null)]
    [InlineData("""{"showtimeId":"3","seats":["B1"]}""", 409, "not_on_sale", null)]
    [InlineData("""{"showtimeId":"4","seats":["B1"]}""", 403, "not_admitted", null)]
    [InlineData("""{"showtimeId":"1","seats":["A1"]}""", 409, "accessible_only", "seats[0]")]
    public async Task A_reservation_that_cannot_be(string body, int status, string code, string? fields)
    {
        string before = await _world.StatusesAsync();
        ShellAnswer answer = await _world.PostAsync("/api/bookings/reserve", body, _user);
        answer.AssertProblem((HttpStatusCode)status, code);
        if (fields is not null) answer.AssertFields([.. fields.Split(',').Distinct()]);
        Assert.Equal(before, await _world.StatusesAsync());
    }

    [Fact]
    public async Task An_accessible_seat_is_for_who_says_so()
    {
        await using BookingWorld world = await BookingWorld.CreateAsync();
        string user = await world.UserAsync();
        const string body = """{"showtimeId":"1","seats":["A1","A2"],"needsAccess":true}""";
        ShellAnswer answer = await world.PostAsync("/api/bookings/reserve", body, user);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }

    [Fact]
    public async Task Ten_thousand_seats_are_too_many_and_fifty_megabytes_too_large()
    {
        string before = await _world.StatusesAsync();
        string[] seats = [.. Enumerable.Range(1, 10_000).Select(i => "A" + i)];
        (await _world.ReserveAsync(_user, seats)).AssertProblem(HttpStatusCode.BadRequest, "invalid_body")
            .AssertFields("seats");
        string[] one = [new string('x', 50_000_000)];
        string huge = JsonSerializer.Serialize(new { showtimeId = "1", seats = one });
        (await _world.PostAsync("/api/bookings/reserve", huge, _user))
            .AssertProblem(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        Assert.Equal(before, await _world.StatusesAsync());
    }

    [Fact]
    public async Task Keys_are_required_and_must_be_usable()
    {
        var body = new { showtimeId = "1", seats = (string[])["B1"] };
        string[] paths = ["/api/bookings/reserve", "/api/bookings/confirm", "/api/bookings/1-1/cancel"];
        foreach (string path in paths)
        {
            object payload = path.EndsWith("confirm", StringComparison.Ordinal)
                ? new { bookingId = "1-1", payment = new { token = "tok_ok" } }
                : body;
            ShellAnswer missing = await _world.SendAsync(HttpMethod.Post, path, payload, _user);
            missing.AssertProblem(HttpStatusCode.BadRequest, "idempotency_key_required");
            ShellAnswer bad = await _world.SendAsync(
                HttpMethod.Post, path, payload, _user, ("Idempotency-Key", "two words"));
            bad.AssertProblem(HttpStatusCode.BadRequest, "idempotency_key_invalid");
        }
    }

    [Theory]
    [InlineData(null, "token_required")]
    [InlineData("x.y.z", "token_invalid")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "token_invalid")]
    public async Task Nobody_books_without_a_good_token(string? token, string code)
    {
        string before = await _world.StatusesAsync();
        var body = new { showtimeId = "1", seats = (string[])["B1"] };
        (await _world.PostAsync("/api/bookings/reserve", body, token)).AssertProblem(HttpStatusCode.Unauthorized, code);
        (await _world.GetAsync("/api/bookings/my-bookings", token)).AssertProblem(HttpStatusCode.Unauthorized, code);
        Assert.Equal(before, await _world.StatusesAsync());
    }

    [Fact]
    public async Task Somebody_elses_booking_is_not_there()
    {
        string id = await _world.HoldAsync(_user, "C1");
        string before = await _world.StatusesAsync();
        string eve = await _world.UserAsync("eve");
        (await _world.GetAsync($"/api/bookings/{id}", eve)).AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.ConfirmAsync(eve, id)).AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.PostAsync($"/api/bookings/{id}/extend", null, eve))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.PostAsync($"/api/bookings/{id}/cancel", null, eve))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.SendAsync(HttpMethod.Delete, $"/api/bookings/{id}", null, eve))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.PostAsync($"/api/bookings/{id}/cancel", null, _user))
            .AssertProblem(HttpStatusCode.Conflict, "not_confirmed");
        Assert.Equal(before, await _world.StatusesAsync());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("-1")]
    [InlineData("01-1")]
    [InlineData("1-G")]
    [InlineData("A-1")]
    [InlineData("1-1-1")]
    [InlineData("11111111111111111-1")]
    [InlineData("ffff-ffff")]
    public async Task A_booking_id_that_is_none_is_not_there(string id)
    {
        (await _world.GetAsync($"/api/bookings/{id}", _user)).AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.ConfirmAsync(_user, id)).AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("status=paid", "status")]
    [InlineData("time=soon", "time")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("page=1", "page")]
    public async Task A_query_that_does_not_fit_is_named(string query, string field) =>
        (await _world.GetAsync("/api/bookings/my-bookings?" + query, _user))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter").AssertFields(field);

    [Theory]
    [InlineData("/api/seats/9")]
    [InlineData("/api/seats/01")]
    [InlineData("/api/seats/x")]
    public async Task A_showtime_that_is_none_is_not_there(string path) =>
        (await _world.GetAsync(path)).AssertProblem(HttpStatusCode.NotFound, "not_found");

    /// <summary>One world for all of them: nothing they do leaves a trace.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        public BookingWorld World { get; private set; } = null!;

        public string User { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            World = await BookingWorld.CreateAsync(("Catalog:RateLimits:Enabled", "false"));
            User = await World.UserAsync("bob");
        }

        public async Task DisposeAsync() => await World.DisposeAsync();
    }
}
