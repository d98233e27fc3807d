using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Booking;

public sealed class SalesEndpointTests : IAsyncLifetime
{
    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task What_is_sold_and_given_back_is_counted_once_and_seen_at_once()
    {
        string token = await _world.UserAsync();
        string kept = await _world.HoldAsync(token, "B2", "B3");
        await _world.ConfirmAsync(token, kept);
        string returned = await _world.HoldAsync(token, "B4");
        await _world.ConfirmAsync(token, returned);
        await _world.PostAsync($"/api/bookings/{returned}/cancel", null, token);
        ShellAnswer answer = await _world.GetAsync("/api/admin/sales", await _world.AdminAsync());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        JsonElement total = answer.Json.GetProperty("total");
        Assert.Equal((2, 2, 1), (
            Number(total, "reservations"), Number(total, "bookings"), Number(total, "cancellations")));
        Assert.Equal((3000, 1000, 2000), (
            Number(total, "grossCents"), Number(total, "refundedCents"), Number(total, "revenueCents")));
        JsonElement movie = Assert.Single(answer.Json.GetProperty("byMovie").EnumerateArray().ToArray());
        Assert.Equal("The Long Wait", movie.GetProperty("name").GetString());
        Assert.Equal(2000, Number(movie, "revenueCents"));
        JsonElement day = Assert.Single(answer.Json.GetProperty("byDay").EnumerateArray().ToArray());
        Assert.Equal("2030-01-01", day.GetProperty("key").GetString());
    }

    [Fact]
    public async Task Only_administrators_see_it()
    {
        (await _world.GetAsync("/api/admin/sales")).AssertProblem(HttpStatusCode.Unauthorized, "token_required");
        (await _world.GetAsync("/api/admin/sales", await _world.UserAsync()))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    private static int Number(JsonElement row, string name) => row.GetProperty(name).GetInt32();
}
