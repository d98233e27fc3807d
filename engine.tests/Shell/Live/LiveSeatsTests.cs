using System.Text.Json;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Shell.Booking.Seats;

namespace Catalog.Engine.Tests.Shell.Live;

/// <summary>A showtime's seats over a WebSocket, by the map's own version numbers.</summary>
public sealed class LiveSeatsTests : IAsyncLifetime
{
    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync(LiveClient.Settings);

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Everybody_who_watches_sees_the_same_changes_whether_signed_in_or_not()
    {
        string user = await _world.UserAsync();
        using LiveClient one = await LiveClient.ConnectAsync(_world);
        using LiveClient two = await LiveClient.ConnectAsync(_world, user);
        Assert.Equal("none", await SubscribeAsync(one));
        Assert.Equal("seat_snapshot 0", LiveClient.Shorten(await one.ReadAsync()));
        await _world.HoldAsync(user, "B1", "B2");
        Assert.Equal("seat_update 1", LiveClient.Shorten(await one.ReadAsync()));
        Assert.Equal("none", await SubscribeAsync(two));
        JsonElement snapshot = (await two.ReadAsync()).GetProperty("data");
        Assert.Equal(1, snapshot.GetProperty("version").GetInt32());
        Assert.Equal(2, snapshot.GetProperty("statuses").GetString()!.Count(status => status == 'h'));

        await _world.HoldAsync(user, "B3");
        foreach (LiveClient watcher in new[] { one, two })
        {
            JsonElement update = await watcher.ReadAsync();
            Assert.Equal("seat_update 2", LiveClient.Shorten(update));
            JsonElement change = update.GetProperty("data").GetProperty("changes")[0];
            Assert.Equal("B3 held", $"{change.GetProperty("seat")} {change.GetProperty("status")}");
        }
    }

    [Fact]
    public async Task Who_comes_back_gets_what_it_missed_and_who_comes_from_elsewhere_a_snapshot()
    {
        string user = await _world.UserAsync();
        string epoch;
        using (LiveClient first = await LiveClient.ConnectAsync(_world))
        {
            JsonElement answer = (await first.AskAsync("subscribe", new { topic = "seats:1" })).GetProperty("data");
            epoch = answer.GetProperty("epoch").GetString()!;
            Assert.Equal(0, answer.GetProperty("offset").GetInt64());
            await first.ReadAsync();
            await _world.HoldAsync(user, "B1");
            await _world.HoldAsync(user, "B2");
            Assert.Equal(["seat_update 1", "seat_update 2"], await first.ReadShortAsync(2));
        }

        using LiveClient second = await LiveClient.ConnectAsync(_world);
        await second.SendAsync("subscribe", new { topic = "seats:1", offset = 1, epoch });
        Assert.Equal(["subscribed", "seat_update 2"], await second.ReadShortAsync(2));
        using LiveClient third = await LiveClient.ConnectAsync(_world);
        await third.SendAsync("subscribe", new { topic = "seats:1", offset = 1, epoch = "another" });
        Assert.Equal(["subscribed", "seat_snapshot 2"], await third.ReadShortAsync(2));
    }

    [Fact]
    public async Task A_picture_nobody_looked_at_for_long_is_let_go_and_what_was_missed_is_bridged_by_a_snapshot()
    {
        string user = await _world.UserAsync();
        SeatFeed feed = _world.Host.Service<SeatFeed>();
        using LiveClient watcher = await LiveClient.ConnectAsync(_world);
        JsonElement answer = (await watcher.AskAsync("subscribe", new { topic = "seats:1" })).GetProperty("data");
        string epoch = answer.GetProperty("epoch").GetString()!;
        await watcher.ReadAsync();
        await _world.HoldAsync(user, "B1");
        Assert.Equal("seat_update 1", LiveClient.Shorten(await watcher.ReadAsync()));
        Assert.Equal(1, feed.WatchCount);
        await watcher.AskAsync("unsubscribe", new { topic = "seats:1" });
        feed.Forget();
        Assert.Equal(0, feed.WatchCount);
        await _world.HoldAsync(user, "B2");

        await watcher.SendAsync("subscribe", new { topic = "seats:1", offset = 1, epoch });
        // The change was not told: a snapshot stands in its place, under its number.
        Assert.Equal(["subscribed", "seat_snapshot 2"], await watcher.ReadShortAsync(2));
    }

    [Theory]
    [InlineData("seats:9")]
    [InlineData("seats:01")]
    [InlineData("seats:")]
    public async Task There_is_no_topic_without_a_showtime(string topic)
    {
        using LiveClient client = await LiveClient.ConnectAsync(_world);
        JsonElement answer = await client.AskAsync("subscribe", new { topic });
        Assert.Equal("error", answer.GetProperty("event").GetString());
        Assert.Equal("unknown_topic", answer.GetProperty("data").GetProperty("code").GetString());
    }

    private static async Task<string> SubscribeAsync(LiveClient client) =>
        (await client.AskAsync("subscribe", new { topic = "seats:1" }))
        .GetProperty("data").GetProperty("recovery").GetString()!;
}
