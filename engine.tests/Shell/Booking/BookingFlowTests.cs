using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>The life of a booking, from seat to refund.</summary>
public sealed class BookingFlowTests : IAsyncLifetime
{
    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Seats_are_held_paid_for_listed_and_given_back()
    {
        string token = await _world.UserAsync();
        ShellAnswer held = await _world.ReserveAsync(token, "B2", "B3");
        Assert.Equal(HttpStatusCode.Created, held.Status);
        Assert.Equal("reserved", Text(held, "status"));
        Assert.Equal("1", Text(held, "showtimeId"));
        Assert.Equal(2000, held.Json.GetProperty("amountCents").GetInt64());
        Assert.Equal("2030-01-01T00:05:00Z", Text(held, "expiresAt"));
        Assert.Contains("B2:held B3:held", await _world.StatusesAsync());

        ShellAnswer paid = await _world.ConfirmAsync(token, Text(held, "bookingId"));
        Assert.True(paid.Status == HttpStatusCode.OK, paid.Text);
        Assert.Equal("confirmed", Text(paid, "status"));
        Assert.Equal(["B2", "B3"], paid.Json.GetProperty("seats").EnumerateArray().Select(s => s.GetString()!));
        Assert.Contains("B2:sold B3:sold", await _world.StatusesAsync());

        ShellAnswer mine = await _world.GetAsync("/api/bookings/my-bookings", token);
        JsonElement item = Assert.Single(mine.Json.GetProperty("items").EnumerateArray().ToArray());
        Assert.Equal("confirmed", item.GetProperty("status").GetString());
        Assert.Equal("The Long Wait", item.GetProperty("movieTitle").GetString());

        ShellAnswer cancelled =
            await _world.PostAsync($"/api/bookings/{Text(held, "bookingId")}/cancel", null, token);
        Assert.Equal(2000, cancelled.Json.GetProperty("refundCents").GetInt64());
        Assert.Contains("B2:free B3:free", await _world.StatusesAsync());
        ShellAnswer found = await _world.GetAsync($"/api/bookings/{Text(held, "bookingId")}", token);
        Assert.Equal("cancelled", Text(found, "status"));
    }

    [Fact]
    public async Task A_repeated_reservation_is_answered_to_the_letter_and_holds_once()
    {
        string token = await _world.UserAsync();
        var body = new { showtimeId = 1, seats = (string[])["a3"] };
        ShellAnswer first = await _world.PostAsync("/api/bookings/reserve", body, token, "same");
        ShellAnswer again = await _world.PostAsync("/api/bookings/reserve", body, token, "same");
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(HttpStatusCode.Created, again.Status);
        var other = new { showtimeId = 1, seats = (string[])["a4"] };
        (await _world.PostAsync("/api/bookings/reserve", other, token, "same"))
            .AssertProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        Assert.Contains("A3:held A4:free", await _world.StatusesAsync());
        string stranger = await _world.UserAsync("eve");
        (await _world.PostAsync("/api/bookings/reserve", body, stranger, "same"))
            .AssertProblem(HttpStatusCode.Conflict, "seat_taken").AssertFields("seats[0]");
    }

    [Fact]
    public async Task A_refused_reservation_lists_every_seat_in_the_way()
    {
        await _world.HoldAsync(await _world.UserAsync(), "B1", "B3");
        ShellAnswer refused = await _world.ReserveAsync(await _world.UserAsync("eve"), "B3", "B2", "B1");
        refused.AssertProblem(HttpStatusCode.Conflict, "seat_taken").AssertFields("seats[0]", "seats[2]");
        Assert.Equal(["B3", "B1"], refused.Json.GetProperty("seats").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public async Task A_repeated_payment_charges_once_and_a_declined_one_may_be_tried_again()
    {
        string token = await _world.UserAsync();
        string id = await _world.HoldAsync(token, "B1");
        (await _world.ConfirmAsync(token, id, "tok_declined", "declined"))
            .AssertProblem(HttpStatusCode.PaymentRequired, "payment_declined");
        (await _world.ConfirmAsync(token, id, "tok_declined", "declined"))
            .AssertProblem(HttpStatusCode.PaymentRequired, "payment_declined");
        ShellAnswer paid = await _world.ConfirmAsync(token, id, "tok_ok", "paid");
        ShellAnswer again = await _world.ConfirmAsync(token, id, "tok_ok", "paid");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(paid.Text, again.Text);
        (await _world.ConfirmAsync(token, id, "tok_ok", "once-more"))
            .AssertProblem(HttpStatusCode.Conflict, "already_confirmed");
    }

    [Fact]
    public async Task A_hold_is_extended_under_another_token_and_given_back()
    {
        string token = await _world.UserAsync();
        ShellAnswer held = await _world.ReserveAsync(token, "B1");
        string id = Text(held, "bookingId");
        _world.Host.Clock.Advance(TimeSpan.FromMinutes(4));
        string extend = $"/api/bookings/{id}/extend?token={Text(held, "token")}";
        ShellAnswer extended = await _world.PostAsync(extend, null, token);
        Assert.True(extended.Status == HttpStatusCode.OK, extended.Text);
        Assert.Equal("2030-01-01T00:09:00Z", Text(extended, "expiresAt"));
        ShellAnswer known = await _world.GetAsync($"/api/bookings/{id}", token);
        Assert.True(known.Json.GetProperty("isExtended").GetBoolean());
        (await _world.PostAsync($"/api/bookings/{id}/extend", null, token))
            .AssertProblem(HttpStatusCode.Conflict, "no_more_extensions");
        ShellAnswer stale = await DeleteAsync($"/api/bookings/{id}?token={Text(held, "token")}", token);
        stale.AssertProblem(HttpStatusCode.Conflict, "hold_superseded");
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync($"/api/bookings/{id}", token)).Status);
        (await DeleteAsync($"/api/bookings/{id}", token)).AssertProblem(HttpStatusCode.Conflict, "hold_released");
        Assert.Contains("B1:free", await _world.StatusesAsync());
    }

    [Fact]
    public async Task A_hold_that_ran_out_is_paid_late_while_its_seats_are_free_and_not_afterwards()
    {
        string ada = await _world.UserAsync();
        string eve = await _world.UserAsync("eve");
        string late = await _world.HoldAsync(ada, "B1");
        string lost = await _world.HoldAsync(ada, "B2");
        _world.Host.Clock.Advance(TimeSpan.FromMinutes(6));
        (await _world.PostAsync($"/api/bookings/{lost}/extend", null, ada))
            .AssertProblem(HttpStatusCode.Conflict, "hold_expired");
        await _world.HoldAsync(eve, "B2");
        ShellAnswer paid = await _world.ConfirmAsync(ada, late);
        Assert.True(paid.Status == HttpStatusCode.OK, paid.Text);
        (await _world.ConfirmAsync(ada, lost)).AssertProblem(HttpStatusCode.Conflict, "hold_expired");
        Assert.Contains("B1:sold B2:held", await _world.StatusesAsync());
    }

    [Fact]
    public async Task The_best_seats_are_together_and_places_are_counted()
    {
        string token = await _world.UserAsync();
        object best = new { showtimeId = "1", best = new { count = 3, zones = (string[])["Premium"] } };
        ShellAnswer seats = await _world.PostAsync("/api/bookings/reserve", best, token);
        Assert.True(seats.Status == HttpStatusCode.Created, seats.Text);
        Assert.Equal("together", Text(seats, "rung")[..8]);
        Assert.All(seats.Json.GetProperty("seats").EnumerateArray(), s => Assert.StartsWith("C", s.GetString()!));
        object places = new { showtimeId = "1", area = "Standing", places = 10 };
        Assert.Equal(HttpStatusCode.Created, (await _world.PostAsync("/api/bookings/reserve", places, token)).Status);
        ShellAnswer second = await _world.PostAsync("/api/bookings/reserve", places, token);
        Assert.Equal(7000, second.Json.GetProperty("amountCents").GetInt64());
        (await _world.PostAsync("/api/bookings/reserve", places, token))
            .AssertProblem(HttpStatusCode.Conflict, "area_full").AssertFields("area");
    }

    [Fact]
    public async Task Bookings_are_listed_page_by_page_and_by_status()
    {
        string token = await _world.UserAsync();
        string[] seats = ["A3", "A4", "B1", "B2", "B3"];
        var ids = new List<string>();
        foreach (string seat in seats) ids.Add(await _world.HoldAsync(token, seat));
        await _world.ConfirmAsync(token, ids[1]);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            string path = "/api/bookings/my-bookings?limit=2" + (cursor is null ? "" : "&cursor=" + cursor);
            JsonElement page = (await _world.GetAsync(path, token)).Json;
            foreach (JsonElement item in page.GetProperty("items").EnumerateArray())
                seen.Add(item.GetProperty("bookingId").GetString()!);
            cursor = page.TryGetProperty("nextCursor", out JsonElement next) ? next.GetString() : null;
            Assert.Equal(cursor is not null, page.GetProperty("hasMore").GetBoolean());
        }
        while (cursor is not null);
        Assert.Equal(ids.AsEnumerable().Reverse(), seen);
        JsonElement paid = (await _world.GetAsync("/api/bookings/my-bookings?status=confirmed&limit=1", token)).Json;
        JsonElement only = Assert.Single(paid.GetProperty("items").EnumerateArray().ToArray());
        Assert.Equal(ids[1], only.GetProperty("bookingId").GetString());
        string other = paid.GetProperty("nextCursor").GetString()!;
        (await _world.GetAsync("/api/bookings/my-bookings?cursor=" + other, token))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    [Fact]
    public async Task Bookings_are_told_apart_by_whether_the_show_has_begun()
    {
        string token = await _world.UserAsync();
        for (int number = 1; number <= 3; number++)
            await _world.ConfirmAsync(token, await _world.HoldAsync(token, $"B{number}"));
        const string list = "/api/bookings/my-bookings?status=confirmed&limit=2&time=";
        JsonElement page = (await _world.GetAsync(list + "upcoming", token)).Json;
        Assert.Equal(2, page.GetProperty("items").GetArrayLength());
        string cursor = page.GetProperty("nextCursor").GetString()!;
        JsonElement rest = (await _world.GetAsync(list + "upcoming&cursor=" + cursor, token)).Json;
        Assert.Equal(1, rest.GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await _world.GetAsync(list + "past", token)).Json.GetProperty("items").GetArrayLength());
        (await _world.GetAsync(list + "past&cursor=" + cursor, token))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_cursor");

        _world.Host.Clock.Advance(TimeSpan.FromHours(24));
        token = (await _world.Host.LoginAsync("ada@example.org")).AccessToken;
        Assert.Equal(0, (await _world.GetAsync(list + "upcoming", token)).Json.GetProperty("items").GetArrayLength());
        Assert.Equal(2, (await _world.GetAsync(list + "past", token)).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Seats_that_did_not_change_are_not_sent_again()
    {
        ShellAnswer first = await _world.GetAsync("/api/seats/1");
        string tag = first.Headers["ETag"];
        ShellAnswer same = await _world.SendAsync(HttpMethod.Get, "/api/seats/1", null, null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, same.Status);
        await _world.HoldAsync(await _world.UserAsync(), "B1");
        ShellAnswer changed =
            await _world.SendAsync(HttpMethod.Get, "/api/seats/1", null, null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(1, changed.Json.GetProperty("version").GetInt32());
        JsonElement seat = changed.Json.GetProperty("rows")[2].GetProperty("seats")[7];
        string whole = """{"label":"C8","row":"C","number":8,"x":16,"zone":"Premium","kind":"standard","""
            + "\"priceCents\":1500,\"status\":\"free\"}";
        Assert.Equal(whole, seat.GetRawText());
    }

    private Task<ShellAnswer> DeleteAsync(string path, string token) =>
        _world.SendAsync(HttpMethod.Delete, path, null, token);

    private static string Text(ShellAnswer answer, string name) => answer.Json.GetProperty(name).GetString()!;
}
