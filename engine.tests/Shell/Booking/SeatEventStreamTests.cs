using System.IO.Pipelines;
using System.Text;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Tests.Core.Consumers;
using Catalog.Shell.Booking.Seats;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>A stream of seats: signs of life, clients that are too slow, facts that were missed.</summary>
public sealed class SeatEventStreamTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Silence_is_broken_by_a_sign_of_life_now_and_then()
    {
        var clock = new FakeTime();
        var pipe = new Pipe();
        var watcher = new SeatWatcher(1);
        Task stream = SeatEventStream.RunAsync(watcher, pipe.Writer, clock, CancellationToken.None);
        clock.Advance((long)SeatEventStream.Heartbeat.TotalMilliseconds - 1);
        Assert.False(pipe.Reader.TryRead(out _));
        clock.Advance(1);
        Assert.Equal(": alive\n\n", await ReadAsync(pipe));
        watcher.Send("data: 1\n\n"u8.ToArray(), Grace);
        Assert.Equal("data: 1\n\n", await ReadAsync(pipe));
        watcher.End();
        await stream;
        Assert.Equal("event: resync\ndata: {\"reason\":\"restart\"}\n\n", await ReadAsync(pipe));
    }

    [Fact]
    public async Task A_client_that_is_too_slow_gets_what_was_queued_and_is_let_go()
    {
        var watcher = new SeatWatcher(1);
        int sent = 0;
        while (!watcher.IsDropped) watcher.Send(Encoding.ASCII.GetBytes($"data: {sent++}\n\n"), Grace);
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await SeatEventStream.RunAsync(watcher, pipe.Writer, TimeProvider.System, CancellationToken.None);
        string text = await ReadAsync(pipe);
        Assert.EndsWith("event: resync\ndata: {\"reason\":\"slow\"}\n\n", text, StringComparison.Ordinal);
        Assert.Equal(sent - 1, text.Split("data: ").Length - 2);
    }

    [Fact]
    public async Task A_client_that_is_too_slow_is_counted()
    {
        await using BookingWorld world = await BookingWorld.CreateAsync(("Catalog:RateLimits:Enabled", "false"));
        SeatFeed feed = world.Host.Service<SeatFeed>();
        SeatWatcher slow = (await feed.WatchAsync(BookingWorld.Show, last: null))!;
        SeatWatcher quick = (await feed.WatchAsync(BookingWorld.Show, last: null))!;
        string user = await world.UserAsync();
        for (int i = 0; i < 2_000 && !slow.IsDropped; i++)
        {
            string id = await world.HoldAsync(user, "B1");
            await world.SendAsync(HttpMethod.Delete, $"/api/bookings/{id}", null, user);
            // The feed is heard before more is done: however late it is, the quick one keeps up.
            Assert.True(SpinWait.SpinUntil(() => quick.TryTake(out _), TimeSpan.FromSeconds(30)));
            while (quick.TryTake(out _))
            {
            }
        }

        Assert.Equal((true, false), (slow.IsDropped, quick.IsDropped));
        feed.Unwatch(slow);
        feed.Unwatch(quick);
        Assert.Equal((1L, 0), (feed.DroppedCount, feed.WatcherCount));
    }

    [Fact]
    public async Task Facts_that_were_missed_are_told_as_a_resync_and_a_new_picture()
    {
        await using BookingWorld world = await BookingWorld.CreateAsync();
        await world.HoldAsync(await world.UserAsync(), "B1");
        using SeatStream stream = await SeatStream.OpenAsync(world);
        await stream.ReadToAsync(1);
        stream.Statuses["B1"] = "something else";
        world.Host.Service<SeatFeed>().Take(new TailItem(default, default, IsGap: true));
        while (stream.Events.Count < 3) Assert.True(await stream.ReadAsync());
        Assert.Equal(["snapshot", "resync", "snapshot"], stream.Events);
        Assert.Equal("held", stream.Statuses["B1"]);
    }

    private static async Task<string> ReadAsync(Pipe pipe)
    {
        ReadResult read = await pipe.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        string text = Encoding.UTF8.GetString(read.Buffer);
        pipe.Reader.AdvanceTo(read.Buffer.End);
        return text;
    }
}
