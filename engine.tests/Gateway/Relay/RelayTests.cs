using System.Net.WebSockets;
using System.Text;
using Catalog.WsGateway.Topics;

namespace Catalog.Engine.Tests.Gateway.Relay;

/// <summary>What clients hear through a relay is what the gateway behind says.</summary>
public sealed class RelayTests
{
    private const string Join = """{"event":"subscribe","id":1,"data":{"topic":"shared"}}""";

    [Fact]
    public async Task Many_listen_and_the_gateway_behind_is_listened_to_once()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(static _ => { });
        ClientWebSocket[] clients = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.ConnectAsync()));
        string epoch = "";
        foreach (ClientWebSocket client in clients)
        {
            await client.SendTextAsync(Join);
            string answer = await client.ReadTextAsync();
            Assert.StartsWith("""{"event":"subscribed","id":1,"data":{"topic":"shared","epoch":""", answer);
            epoch = answer;
        }

        Assert.Contains(world.Upstream.Topics.Find("shared")!.Epoch, epoch);
        await Wire.UntilAsync(() => world.Upstream.SubscriberCount("shared") == 1);
        Publish(world.Upstream, 1);
        foreach (ClientWebSocket client in clients)
            Assert.Equal("""{"event":"n","topic":"shared","offset":1,"data":1}""", await client.ReadTextAsync());
        Assert.Equal(2, world.Upstream.ConnectionCount); // what listens, and what asks for beginnings
        foreach (ClientWebSocket client in clients) client.Dispose();
    }

    [Fact]
    public async Task A_topics_snapshot_and_what_follows_reach_everybody_in_order()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(
            gateway => gateway.Topic("shared", topic => topic.OnSubscribe = request =>
                new ValueTask<SubscribeResult>(request.Begin(
                    () => new TopicSnapshot("all_snapshot", "\"all\""u8.ToArray())))),
            options => options.HistoryMessages = 4);
        for (int i = 1; i <= 30; i++)
        {
            using ClientWebSocket client = await world.ConnectAsync();
            await client.SendTextAsync(Join);
            Assert.Contains("\"subscribed\"", await client.ReadTextAsync());
            string snapshot = await client.ReadTextAsync();
            Assert.StartsWith("""{"event":"all_snapshot","topic":"shared","offset":""", snapshot);
            long offset = OffsetOf(snapshot);
            Assert.InRange(offset, i - 1 - 4, i - 1); // it may be an earlier one, with all that came since
            Publish(world.Upstream, i);
            while (offset < i) Assert.Equal(++offset, OffsetOf(await client.ReadTextAsync()));
        }
    }

    [Fact]
    public async Task A_client_goes_from_one_to_the_other_and_misses_nothing()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(
            gateway => gateway.Topic("shared", topic => topic.HistoryMessages = 100));
        using ClientWebSocket behind = await world.ConnectBehindAsync();
        await behind.SendTextAsync(Join);
        string epoch = EpochOf(await behind.ReadTextAsync());
        for (int i = 1; i <= 10; i++) Publish(world.Upstream, i);

        // The relay has never heard of these: it asks for them.
        using ClientWebSocket front = await world.ConnectAsync();
        await front.SendTextAsync(Resume(4, epoch));
        Assert.Contains("\"offset\":4,\"recovery\":\"complete\"", await front.ReadTextAsync());
        for (int i = 5; i <= 10; i++) Assert.Equal(i, OffsetOf(await front.ReadTextAsync()));
        for (int i = 11; i <= 12; i++) Publish(world.Upstream, i);
        for (int i = 11; i <= 12; i++) Assert.Equal(i, OffsetOf(await front.ReadTextAsync()));

        // These it has itself; and the gateway behind takes the same numbers.
        using ClientWebSocket again = await world.ConnectAsync();
        await again.SendTextAsync(Resume(11, epoch));
        Assert.Contains("\"recovery\":\"complete\"", await again.ReadTextAsync());
        Assert.Equal(12, OffsetOf(await again.ReadTextAsync()));
        using ClientWebSocket back = await world.ConnectBehindAsync();
        await back.SendTextAsync(Resume(11, epoch));
        Assert.Contains("\"recovery\":\"complete\"", await back.ReadTextAsync());
        Assert.Equal(12, OffsetOf(await back.ReadTextAsync()));

        // Of another life nothing is known.
        using ClientWebSocket stranger = await world.ConnectAsync();
        await stranger.SendTextAsync(Resume(3, "another"));
        Assert.Contains("\"offset\":12,\"recovery\":\"gap\"", await stranger.ReadTextAsync());
    }

    [Fact]
    public async Task When_the_gateway_behind_starts_anew_everybody_is_told_of_the_gap_and_stays()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(static _ => { });
        using ClientWebSocket client = await world.ConnectAsync();
        await client.SendTextAsync(Join);
        await client.ReadTextAsync();
        Publish(world.Upstream, 1);
        Assert.Equal(1, OffsetOf(await client.ReadTextAsync()));
        await world.KillUpstreamAsync();
        await world.StartUpstreamAsync();
        string gap = await client.ReadTextAsync();
        Assert.StartsWith("""{"event":"gap","data":{"topic":"shared","epoch":""", gap);
        Assert.Contains(world.Upstream.Topics.Find("shared")!.Epoch, gap);
        Assert.Contains("\"offset\":0}", gap);
        Publish(world.Upstream, 1);
        Assert.Equal("""{"event":"n","topic":"shared","offset":1,"data":1}""", await client.ReadTextAsync());
    }

    [Fact]
    public async Task A_topic_nobody_listens_to_any_more_is_left()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(
            static _ => { }, front: options => options.TopicIdleTime = TimeSpan.FromMilliseconds(250));
        using (ClientWebSocket client = await world.ConnectAsync())
        {
            await client.SendTextAsync(Join);
            await client.ReadTextAsync();
            await Wire.UntilAsync(() => world.Upstream.SubscriberCount("shared") == 1);
        }

        await Wire.UntilAsync(() => world.Upstream.SubscriberCount("shared") == 0);
        await Wire.UntilAsync(() => world.Relay.TopicCount == 0);
        using ClientWebSocket later = await world.ConnectAsync();
        await later.SendTextAsync(Join);
        Assert.Contains("subscribed", await later.ReadTextAsync());
        Publish(world.Upstream, 1);
        Assert.Equal(1, OffsetOf(await later.ReadTextAsync()));
    }

    [Fact]
    public async Task Who_listens_while_the_gateway_behind_is_away_waits_for_it()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(static _ => { });
        await world.KillUpstreamAsync();
        using ClientWebSocket client = await world.ConnectAsync();
        await client.SendTextAsync(Join);
        await world.StartUpstreamAsync();
        Assert.Contains("\"subscribed\"", await client.ReadTextAsync());
    }

    [Fact]
    public async Task With_another_secret_nothing_is_shared()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(static _ => { }, options =>
            (options.Secret, options.AnswerTimeout) = (new string('x', 32), TimeSpan.FromMilliseconds(200)));
        using ClientWebSocket client = await world.ConnectAsync();
        await client.SendTextAsync(Join);
        Assert.Contains("\"unavailable\"", await client.ReadTextAsync());
        Assert.False(world.Relay.IsUp);
    }

    private static void Publish(WsGateway.Gateway gateway, int number) =>
        Assert.True(gateway.PublishRaw("shared", "n", Encoding.UTF8.GetBytes($"{number}")).IsTaken);

    internal static string Resume(long offset, string epoch) =>
        $$$"""{"event":"subscribe","id":1,"data":{"topic":"shared","offset":{{{offset}}},"epoch":"{{{epoch}}}"}}""";

    internal static long OffsetOf(string message)
    {
        using var document = System.Text.Json.JsonDocument.Parse(message);
        return document.RootElement.GetProperty("offset").GetInt64();
    }

    private static string EpochOf(string answer)
    {
        using var document = System.Text.Json.JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("data").GetProperty("epoch").GetString()!;
    }
}
