using Catalog.Engine.Tests.House;
using Catalog.WsGateway.Loops;

namespace Catalog.Engine.Tests.Gateway.Loops;

public sealed class GatewayLoopTests
{
    [Fact]
    public async Task What_was_published_between_two_turns_is_one_write_a_client()
    {
        await using var world = new LoopWorld();
        FakeOutbound[] clients = [.. Enumerable.Range(0, 5).Select(_ => world.Join(0, "a"))];
        for (int i = 1; i <= 40; i++) world.Publish("a", i);
        world.Turn();
        foreach (FakeOutbound client in clients)
        {
            Assert.Equal(Enumerable.Range(1, 40), client.Numbers);
            Assert.Equal(1, client.WriteCount);
        }
    }

    [Fact]
    public async Task More_than_a_turns_worth_takes_several_writes_and_loses_nothing()
    {
        await using var world = new LoopWorld();
        FakeOutbound client = world.Join(0, "a");
        for (int i = 1; i <= 1000; i++) world.Publish("a", i);
        world.Turn();
        Assert.Equal(Enumerable.Range(1, 1000), client.Numbers);
        Assert.Equal((1000 + 63) / 64, client.WriteCount);
    }

    [Fact]
    public async Task Topics_and_messages_for_one_keep_their_order()
    {
        await using var world = new LoopWorld();
        FakeOutbound both = world.Join(0, "a", "b");
        FakeOutbound one = world.Join(0, "b");
        world.Publish("a", 1);
        world.Publish("b", 2);
        both.Connection.SendRaw("n", "3"u8);
        world.Publish("a", 4);
        world.Turn();
        Assert.Equal([1, 2, 3, 4], both.Numbers);
        Assert.Equal([2], one.Numbers);
        Assert.Equal(1, both.WriteCount);
    }

    [Fact]
    public async Task The_sender_may_be_left_out_and_who_left_hears_nothing()
    {
        await using var world = new LoopWorld();
        FakeOutbound sender = world.Join(0, "a");
        FakeOutbound other = world.Join(0, "a");
        FakeOutbound left = world.Join(0, "a");
        world.Publish("a", 1);
        Assert.True(left.Connection.Unsubscribe("a"));
        Assert.False(left.Connection.Unsubscribe("a"));
        world.Gateway.PublishRaw("a", "n", "2"u8, new WsGateway.PublishOptions(Except: sender.Connection));
        world.Turn();
        Assert.Equal([1], sender.Numbers);
        Assert.Equal([1, 2], other.Numbers);
        Assert.Equal([1], left.Numbers);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(ApartFrames.FromBytes + 10)]
    [InlineData(200_000)]
    public async Task Messages_of_any_size_arrive_among_small_ones(int size)
    {
        await using var world = new LoopWorld(o => o.MaxQueuedBytes = 1_000_000);
        FakeOutbound[] clients = [world.Join(0, "a"), world.Join(0, "a"), world.Join(0, "a")];
        clients[1].Give(100);
        byte[] large = [(byte)'"', .. Enumerable.Repeat((byte)'x', size), (byte)'"'];
        for (int i = 0; i < 3; i++)
        {
            world.Publish("a", 1);
            world.Gateway.PublishRaw("a", "n", large);
            world.Publish("a", 2);
            world.Turn();
        }

        clients[1].Give(long.MaxValue);
        world.Turn();
        string text = new('x', size);
        string[] three = ["1", text, "2"];
        foreach (FakeOutbound client in clients) Assert.Equal([.. three, .. three, .. three], client.Frames);
    }

    [Fact]
    public async Task A_delivery_allocates_nothing()
    {
        await using var world = new LoopWorld();
        for (int i = 0; i < 50; i++) world.Join(0, "a").Connection.Outbound = new Bottomless();
        byte[] data = new byte[100];
        data.AsSpan().Fill((byte)'1');
        AllocationGate.AssertNone(
            () =>
            {
                for (int i = 0; i < 10; i++) world.Gateway.PublishRaw("a", "n", data);
                world.Turn();
            },
            operations: 200);
        Assert.True(world.Loop.Counters.Delivered > 100_000);
    }

    [Fact]
    public async Task A_delivery_with_history_allocates_nothing_either()
    {
        await using var world = new LoopWorld();
        world.Gateway.Topic("a", topic => topic.HistoryMessages = 32);
        for (int i = 0; i < 5; i++) world.Join(0, "a").Connection.Outbound = new Bottomless();
        AllocationGate.AssertNone(
            () =>
            {
                world.Gateway.PublishRaw("a", "n", "12345"u8);
                world.Turn();
            },
            operations: 200);
    }

    [Fact]
    public async Task Who_is_silent_is_pinged_and_who_does_not_answer_is_sent_away()
    {
        await using var world = new LoopWorld();
        FakeOutbound client = world.Join(0);
        world.Pass(world.Gateway.Options.PingInterval + TimeSpan.FromSeconds(2));
        Assert.Equal(["ping"], client.Frames);
        client.Connection.HeardAt = world.Gateway.Tick;
        world.Pass(world.Gateway.Options.PingInterval + TimeSpan.FromSeconds(2));
        Assert.Equal(["ping", "ping"], client.Frames);
        world.Pass(world.Gateway.Options.PongTimeout);
        Assert.Equal(["ping", "ping", "close 4408"], client.Frames);
        Assert.False(client.IsAborted);
        world.Pass(world.Gateway.Options.CloseTimeout + TimeSpan.FromSeconds(1));
        Assert.True(client.IsAborted);
        Assert.Equal(1, world.Loop.Counters.PingTimeouts);
        Assert.Equal(0, world.Loop.ConnectionCount);
    }

    [Fact]
    public async Task Who_is_accepted_after_all_were_cut_off_is_cut_off_too()
    {
        await using var world = new LoopWorld();
        FakeOutbound early = world.Join(0);
        world.Loop.Post(EntryKind.Abort, null, null, null);
        world.Turn();
        FakeOutbound late = world.Join(0);
        Assert.True(early.IsAborted);
        Assert.True(late.IsAborted);
        Assert.Equal(0, world.Loop.ConnectionCount);
    }

    [Fact]
    public async Task Who_takes_nothing_for_long_is_cut_off()
    {
        await using var world = new LoopWorld(o => o.PingInterval = TimeSpan.FromHours(1));
        FakeOutbound client = world.Join(0, "a");
        client.Give(10);
        world.Publish("a", 1);
        world.Pass(world.Gateway.Options.StallTimeout + TimeSpan.FromSeconds(2));
        Assert.True(client.IsAborted);
    }

    /// <summary>Takes everything and keeps nothing.</summary>
    private sealed class Bottomless : Outbound
    {
        internal override int TakenByResume => 0;

        internal override bool TryWrite(ReadOnlySpan<byte> bytes, out int taken)
        {
            taken = bytes.Length;
            return true;
        }

        internal override void Resume(byte[] rest, int start, int count) => throw new InvalidOperationException();

        internal override void Finish()
        {
        }

        internal override void Abort()
        {
        }
    }
}
