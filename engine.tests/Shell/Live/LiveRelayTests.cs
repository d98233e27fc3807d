using System.Text.Json;
using Catalog.Engine.Tests.Shell.Booking;

namespace Catalog.Engine.Tests.Shell.Live;

/// <summary>The server with the gateway in front of it, a process of its own: clients notice no difference.</summary>
public sealed class LiveRelayTests : IAsyncLifetime
{
    private const string Secret = "what server and gateway have in common";

    private BookingWorld _world = null!;
    private RelayProcess _relay = null!;

    public async Task InitializeAsync()
    {
        _world = await BookingWorld.CreateAsync([.. LiveClient.Settings, ("Catalog:Auth:RelaySecret", Secret)]);
        _relay = await RelayProcess.StartAsync(_world.Host.Http.BaseAddress!.Port, Secret);
    }

    public async Task DisposeAsync()
    {
        _relay.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Seats_are_watched_and_held_through_it()
    {
        string ticket = await LiveClient.TicketAsync(_world, await _world.UserAsync());
        using LiveClient watcher = await LiveClient.OpenAsync(_relay.Port, "");
        using LiveClient buyer = await LiveClient.OpenAsync(_relay.Port, "?ticket=" + ticket);
        await watcher.SendAsync("subscribe", new { topic = "seats:1" });
        Assert.Equal(["subscribed", "seat_snapshot 0"], await watcher.ReadShortAsync(2));
        JsonElement held = await buyer.AskAsync(
            "reserve", new { showtimeId = "1", seats = new[] { "B1" }, idempotencyKey = "k1" });
        Assert.Equal("reserve", held.GetProperty("event").GetString());
        Assert.Equal("seat_update 1", LiveClient.Shorten(await watcher.ReadAsync()));
        JsonElement refused = await watcher.AskAsync(
            "reserve", new { showtimeId = "1", seats = new[] { "B2" }, idempotencyKey = "k2" });
        Assert.Equal("token_required", refused.GetProperty("data").GetProperty("code").GetString());
        JsonElement unknown = await watcher.AskAsync("subscribe", new { topic = "seats:99" });
        Assert.Equal("unknown_topic", unknown.GetProperty("data").GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_is_for_administrators_stays_so()
    {
        string ticket = await LiveClient.TicketAsync(_world, await _world.AdminAsync());
        string user = await _world.UserAsync();
        using LiveClient admin = await LiveClient.OpenAsync(_relay.Port, "?ticket=" + ticket);
        await admin.SendAsync("subscribe", new { topic = "bookings" });
        Assert.Equal(["subscribed", "bookings_snapshot 0"], await admin.ReadShortAsync(2));
        await _world.HoldAsync(user, "B1");
        Assert.Equal("booking_reserved 1", LiveClient.Shorten(await admin.ReadAsync()));
        using LiveClient other = await LiveClient.OpenAsync(
            _relay.Port, "?ticket=" + await LiveClient.TicketAsync(_world, user));
        await other.SendAsync("subscribe", new { topic = "bookings" });
        Assert.Equal("close 4403 administrators only", await other.ReadCloseAsync());
    }

    [Fact]
    public async Task When_it_is_told_to_stop_clients_hear_when_to_come_back()
    {
        using LiveClient client = await LiveClient.OpenAsync(_relay.Port, "");
        await client.AskAsync("ping", new { });
        Task<string> closing = client.ReadCloseAsync();
        await _relay.StopAsync();
        Assert.Matches("^close 1012 reconnect in [0-9]+ ms$", await closing);
    }
}
