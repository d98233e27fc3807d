using System.Text.Json;
using Catalog.Engine.Tests.Shell.Booking;

namespace Catalog.Engine.Tests.Shell.Live;

/// <summary>The live feed of bookings, and booking itself, over a WebSocket.</summary>
public sealed class LiveBookingsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-live-").FullName;
    private BookingWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = new BookingWorld(_folder, null, LiveClient.Settings);
        await _world.ImportAsync();
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Administrators_see_what_happens_with_film_house_seats_and_amount()
    {
        string user = await _world.UserAsync();
        string token = await _world.AdminAsync();
        using LiveClient before = await LiveClient.ConnectAsync(_world, token);
        await before.AskAsync("subscribe", new { topic = "bookings" });
        await before.ReadAsync();
        string early = await _world.HoldAsync(user, "B1");
        Assert.Equal("booking_reserved 1", LiveClient.Shorten(await before.ReadAsync()));

        using LiveClient admin = await LiveClient.ConnectAsync(_world, token);
        await admin.AskAsync("subscribe", new { topic = "bookings" });
        JsonElement snapshot = (await admin.ReadAsync()).GetProperty("data");
        JsonElement known = Assert.Single(snapshot.GetProperty("bookings").EnumerateArray());
        Assert.Equal("booking_reserved 1", LiveClient.Shorten(known));

        await _world.ConfirmAsync(user, early);
        JsonElement news = await admin.ReadAsync();
        Assert.Equal("booking_confirmed 2", LiveClient.Shorten(news));
        JsonElement data = news.GetProperty("data");
        Assert.Equal("The Long Wait", data.GetProperty("movieTitle").GetString());
        Assert.Equal("Orion", data.GetProperty("theaterName").GetString());
        Assert.Equal("B1", data.GetProperty("seats")[0].GetString());
        Assert.Equal(1000, data.GetProperty("amountCents").GetInt64());
        Assert.Equal("1 of 44", $"{data.GetProperty("sold")} of {data.GetProperty("capacity")}");
        await _world.PostAsync($"/api/bookings/{early}/cancel", null, user);
        Assert.Equal("booking_cancelled 3", LiveClient.Shorten(await admin.ReadAsync()));
    }

    [Fact]
    public async Task The_feed_is_for_administrators()
    {
        using LiveClient nobody = await LiveClient.ConnectAsync(_world);
        JsonElement answer = await nobody.AskAsync("subscribe", new { topic = "bookings" });
        Assert.Equal("forbidden", answer.GetProperty("data").GetProperty("code").GetString());
        using LiveClient customer = await LiveClient.ConnectAsync(_world, await _world.UserAsync());
        await customer.SendAsync("subscribe", new { topic = "bookings" });
        Assert.Equal("close 4403 administrators only", await customer.ReadCloseAsync());
    }

    [Fact]
    public async Task The_feed_goes_on_behind_a_restart_where_it_was()
    {
        string user = await _world.UserAsync();
        string admin = await _world.AdminAsync();
        string epoch;
        using (LiveClient before = await LiveClient.ConnectAsync(_world, admin))
        {
            JsonElement answer = (await before.AskAsync("subscribe", new { topic = "bookings" })).GetProperty("data");
            epoch = answer.GetProperty("epoch").GetString()!;
            await before.ReadAsync();
            await _world.HoldAsync(user, "B1");
            Assert.Equal("booking_reserved 1", LiveClient.Shorten(await before.ReadAsync()));
        }

        await _world.HoldAsync(user, "B2");
        await _world.HoldAsync(user, "B3");
        ManualClock clock = _world.Host.Clock;
        await _world.DisposeAsync();
        _world = new BookingWorld(_folder, clock, LiveClient.Settings);
        await _world.HoldAsync(user, "B4");
        using LiveClient after = await LiveClient.ConnectAsync(_world, admin);
        await after.SendAsync("subscribe", new { topic = "bookings", offset = 1, epoch });
        Assert.Equal(
            ["subscribed", "booking_reserved 2", "booking_reserved 3", "booking_reserved 4"],
            await after.ReadShortAsync(4));
        await _world.HoldAsync(user, "C1");
        Assert.Equal("booking_reserved 5", LiveClient.Shorten(await after.ReadAsync()));
        using LiveClient elsewhere = await LiveClient.ConnectAsync(_world, admin);
        await elsewhere.SendAsync("subscribe", new { topic = "bookings", offset = 1, epoch = "another" });
        Assert.Equal(["subscribed", "bookings_snapshot 5"], await elsewhere.ReadShortAsync(2));
    }

    [Fact]
    public async Task Seats_are_reserved_paid_and_given_back_as_over_HTTP()
    {
        using LiveClient client = await LiveClient.ConnectAsync(_world, await _world.UserAsync());
        var wish = new { idempotencyKey = "r1", showtimeId = "1", seats = new[] { "B1" } };
        JsonElement held = await client.AskAsync("reserve", wish);
        string bookingId = held.GetProperty("data").GetProperty("bookingId").GetString()!;
        JsonElement again = await client.AskAsync("reserve", wish);
        Assert.Equal(held.GetProperty("data").GetRawText(), again.GetProperty("data").GetRawText());

        var payment = new { idempotencyKey = "c1", bookingId, payment = new { token = "tok_ok" } };
        JsonElement paid = await client.AskAsync("confirm", payment);
        Assert.Equal("confirmed", paid.GetProperty("data").GetProperty("status").GetString());
        string paymentId = paid.GetProperty("data").GetProperty("paymentId").GetString()!;
        JsonElement repeated = await client.AskAsync("confirm", payment);
        Assert.Equal(paymentId, repeated.GetProperty("data").GetProperty("paymentId").GetString());

        JsonElement other = await client.AskAsync(
            "reserve", new { idempotencyKey = "r2", showtimeId = "1", seats = new[] { "B2" } });
        string second = other.GetProperty("data").GetProperty("bookingId").GetString()!;
        JsonElement released = await client.AskAsync("release", new { bookingId = second });
        Assert.Equal("release", released.GetProperty("event").GetString());
        Assert.Contains("B2:free", await _world.StatusesAsync(), StringComparison.Ordinal);
        Assert.Contains("B1:sold", await _world.StatusesAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_over_HTTP_is_refused_with_the_same_problem()
    {
        using LiveClient client = await LiveClient.ConnectAsync(_world, await _world.UserAsync());
        await _world.HoldAsync(await _world.UserAsync("eve"), "B1");
        JsonElement taken = await RefusedAsync(
            client, "reserve", new { idempotencyKey = "r1", showtimeId = "1", seats = new[] { "B1", "B2" } });
        Assert.Equal("seat_taken", taken.GetProperty("code").GetString());
        Assert.Equal("B1", taken.GetProperty("seats")[0].GetString());
        Assert.Equal(409, taken.GetProperty("status").GetInt32());
        Assert.NotEmpty(taken.GetProperty("message").GetString()!);
        JsonElement keyless = await RefusedAsync(client, "reserve", new { showtimeId = "1", seats = new[] { "B2" } });
        Assert.Equal("idempotency_key_required", keyless.GetProperty("code").GetString());
        JsonElement unknown = await RefusedAsync(client, "release", new { bookingId = "1-99" });
        Assert.Equal("not_found", unknown.GetProperty("code").GetString());
        JsonElement list = await RefusedAsync(client, "reserve", new[] { 1 });
        Assert.Equal("bad_request", list.GetProperty("code").GetString());
        using LiveClient nobody = await LiveClient.ConnectAsync(_world);
        JsonElement unsigned = await RefusedAsync(nobody, "reserve", new { showtimeId = "1" });
        Assert.Equal("token_required", unsigned.GetProperty("code").GetString());
    }

    private static async Task<JsonElement> RefusedAsync(LiveClient client, string name, object data)
    {
        JsonElement answer = await client.AskAsync(name, data);
        Assert.Equal("error", answer.GetProperty("event").GetString());
        return answer.GetProperty("data");
    }
}
