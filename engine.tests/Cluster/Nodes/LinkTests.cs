using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Tests.Core.Shards;
using Catalog.Shell.Cluster.Nodes;
using Catalog.Shell.Cluster.Nodes.Link;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Cluster.Nodes;

public sealed class LinkTests
{
    private static readonly NodeLinkOptions Hasty = new() { RetryMs = 200, BeatMs = 20 };

    public static TheoryData<byte[]> Malformed =>
    [
        [0xFF, 0xFF, 0xFF, 0xFF, 2],
        [0, 0, 0, 0],
        [0, 0, 0, 0x7F, 2],
        [1, 0, 0, 0, 99],
        [1, 0, 0, 0, 3],
        [3, 0, 0, 0, 2, 0x91, 0x01],
        [4, 0, 0, 0, 2, 0xC1, 0xC1, 0xC1],
    ];

    [Fact]
    public async Task Who_has_another_key_is_refused_and_nothing_is_sent()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        await using LinkNode stranger = await LinkNode.StartAsync(owns: false, options: Hasty, key: new byte[32]);
        stranger.Believe(owner.Address);
        Assert.Equal(ReplyStatus.Moved, (await stranger.AddAsync(1, 5)).Status);
        await Until.HoldsAsync(
            () => stranger.OnlyLink.LastFailure?.Contains("does not know this cluster's key") == true,
            "it was refused");
        Assert.Equal(0, (await owner.ReadAsync(1)).Value.Sum);
    }

    [Fact]
    public async Task A_caller_that_only_repeats_what_it_hears_is_refused()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        using NetworkStream stream = await CallAsync(owner.Address);
        byte[] hello = [.. "CTLG"u8, 1, .. new byte[32]];
        await stream.WriteAsync(hello);
        byte[] answer = new byte[5 + 32 + 32];
        await stream.ReadExactlyAsync(answer);
        await stream.WriteAsync(answer.AsMemory(37));
        Assert.Equal(0, await ReadRestAsync(stream));
    }

    [Fact]
    public async Task Garbage_is_hung_up_on_and_others_are_not_disturbed()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        var random = new Random(1);
        for (int i = 0; i < 20; i++)
        {
            using NetworkStream stream = await CallAsync(owner.Address);
            byte[] garbage = new byte[64 + i];
            random.NextBytes(garbage);
            await stream.WriteAsync(garbage);
            Assert.Equal(0, await ReadRestAsync(stream));
        }

        await using LinkNode asker = await LinkNode.StartAsync(owns: false);
        asker.Believe(owner.Address);
        Assert.Equal(5, (await asker.AddAsync(1, 5)).Value.Sum);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_frame_ends_the_link(byte[] frame)
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        using NetworkStream stream = await CallAsync(owner.Address);
        await LinkHandshake.ConnectAsync(stream, LinkNode.Key, default);
        await stream.WriteAsync(frame);
        await ReadRestAsync(stream);
        await Until.HoldsAsync(() => owner.Listener.PeerCount == 0, "the link is gone");
    }

    [Fact]
    public async Task A_command_nobody_knows_or_can_read_is_refused_and_the_link_stays()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        using NetworkStream stream = await CallAsync(owner.Address);
        await LinkHandshake.ConnectAsync(stream, LinkNode.Key, default);
        int shard = owner.Tally.ShardIndexOf(9);
        byte[] unknown = [2, 0x97, 0x01, 0xCC, 200, 0xA3, .. "Who"u8, (byte)shard, 0x09, 0x01, 0xC0];
        byte[] unreadable = [2, 0x97, 0x02, 0xCC, 200, 0xAA, .. "AddToTally"u8, (byte)shard, 0x09, 0x01, 0xC0, 0x90];
        await SendAsync(stream, unknown);
        await SendAsync(stream, unreadable);
        Assert.Equal((1, (byte)ReplyStatus.Faulted), await ReadAnswerAsync(stream));
        Assert.Equal((2, (byte)ReplyStatus.Faulted), await ReadAnswerAsync(stream));
        Assert.Equal(1, owner.Listener.PeerCount);
    }

    [Fact]
    public async Task A_command_that_was_passed_on_already_goes_no_further()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        using NetworkStream stream = await CallAsync(owner.Address);
        await LinkHandshake.ConnectAsync(stream, LinkNode.Key, default);
        byte shard = (byte)owner.Tally.ShardIndexOf(9);
        byte[] read = [2, 0x97, 0x01, 0xCC, 200, 0xA9, .. "ReadTally"u8, shard, 0x09, 0x02, 0xC0, 0x91, 0x01];
        await SendAsync(stream, read);
        Assert.Equal((1, (byte)ReplyStatus.Moved), await ReadAnswerAsync(stream));
    }

    [Fact]
    public async Task Nodes_of_different_versions_say_so_to_each_other()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        using NetworkStream newer = await CallAsync(owner.Address);
        await newer.WriteAsync((byte[])[.. "CTLG"u8, 2, .. new byte[32]]);
        byte[] head = new byte[5];
        await newer.ReadExactlyAsync(head);
        Assert.Equal([.. "CTLG"u8, 1], head);
        Assert.Equal(0, await ReadRestAsync(newer));

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using NodeLink link = LinkTo(listener, Hasty);
        using TcpClient client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync((byte[])[.. "CTLG"u8, 9]);
        await Until.HoldsAsync(() => link.Status.LastFailure is not null, "it was noticed");
        Assert.Contains("speaks version 9", link.Status.LastFailure);
    }

    [Fact]
    public async Task A_node_that_falls_silent_is_taken_for_dead_and_looked_for_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using NodeLink link = LinkTo(listener, Hasty);
        using TcpClient silent = await listener.AcceptTcpClientAsync();
        await LinkHandshake.AcceptAsync(silent.GetStream(), LinkNode.Key, default);
        await Until.HoldsAsync(() => link.Status.LastFailure?.StartsWith("No sign of life") == true, "silence");
        // It stays silent: where it is taken for dead before anybody has looked, it is there once more.
        var clients = new List<TcpClient>();
        await Until.HoldsAsync(
            async () =>
            {
                if (listener.Pending())
                {
                    clients.Add(await listener.AcceptTcpClientAsync());
                    await LinkHandshake.AcceptAsync(clients[^1].GetStream(), LinkNode.Key, default);
                }

                return clients.Count > 0 && link.Status.IsUp;
            },
            "it is there again");
        foreach (TcpClient client in clients) client.Dispose();
    }

    [Fact]
    public async Task A_link_comes_back_when_the_node_does()
    {
        await using LinkNode asker = await LinkNode.StartAsync(owns: false, options: new() { RetryMs = 30_000 });
        LinkNode owner = await LinkNode.StartAsync(owns: true);
        asker.Believe(owner.Address);
        await asker.AddAsync(1, 5);
        await owner.DisposeAsync();
        await Until.HoldsAsync(() => !asker.OnlyLink.IsUp, "the link is down");
        Task<Reply<TallyResult>> adding = asker.AddAsync(1, 7).AsTask();
        await using LinkNode reborn =
            await LinkNode.StartAsync(owns: true, options: new() { Listen = owner.Address });
        Assert.Equal(7, (await adding).Value.Sum);
    }

    [Fact]
    public async Task More_links_than_there_may_be_are_hung_up_on()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true, options: new() { MaxPeers = 2 });
        using NetworkStream first = await CallAsync(owner.Address);
        using NetworkStream second = await CallAsync(owner.Address);
        await Until.HoldsAsync(() => owner.Listener.PeerCount == 2, "both are there");
        using NetworkStream third = await CallAsync(owner.Address);
        Assert.Equal(0, await ReadRestAsync(third));
    }

    [Fact]
    public void An_outbox_holds_what_it_may_and_no_more()
    {
        using var outbox = new LinkOutbox(maxBytes: 1000, maxFrameBytes: 100);
        int added = 0;
        while (outbox.TryAdd(new RefusalFrame(new AnswerHeader(1, ReplyStatus.Busy, 2, null))) == OutboxResult.Added)
            added++;
        Assert.InRange(added, 50, 150);
        Assert.InRange(outbox.WaitingBytes, 1000, 1100);
        outbox.Close();
        Assert.Equal(OutboxResult.Closed, outbox.TryAdd(default(BeatFrame)));
        Assert.Equal(0, outbox.StartedVolume);
    }

    [Fact]
    public void A_frame_that_is_too_large_leaves_nothing_behind()
    {
        using var outbox = new LinkOutbox(maxBytes: 1000, maxFrameBytes: 20);
        var header = new AnswerHeader(1, ReplyStatus.Moved, 2, new NodeAddress(new string('x', 50), 1));
        Assert.Equal(OutboxResult.TooLarge, outbox.TryAdd(new RefusalFrame(header)));
        Assert.Equal(0, outbox.WaitingBytes);
    }

    private static NodeLink LinkTo(TcpListener listener, NodeLinkOptions options) => new(
        new NodeAddress("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port), LinkNode.Key, options,
        NullLogger.Instance);

    private static async Task<NetworkStream> CallAsync(NodeAddress address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static Task SendAsync(NetworkStream stream, byte[] frame)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, frame.Length);
        return stream.WriteAsync((byte[])[.. length, .. frame]).AsTask();
    }

    /// <summary>The id and the status of the next answer; both are small.</summary>
    private static async Task<(int Id, byte Status)> ReadAnswerAsync(NetworkStream stream)
    {
        while (true)
        {
            byte[] length = new byte[4];
            await stream.ReadExactlyAsync(length);
            byte[] frame = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
            await stream.ReadExactlyAsync(frame);
            if (frame[0] == (byte)FrameKind.Answer) return (frame[2], frame[3]);
        }
    }

    /// <summary>How many bytes come before the other end hangs up, beats aside.</summary>
    private static async Task<int> ReadRestAsync(NetworkStream stream)
    {
        int count = 0;
        byte[] buffer = new byte[1024];
        try
        {
            while (await stream.ReadAsync(buffer) is int read and > 0) count += read;
        }
        catch (IOException)
        {
            // Hung up on with bytes unread: a reset.
        }

        return count;
    }
}
