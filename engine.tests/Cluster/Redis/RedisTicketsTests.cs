using System.Net;
using Catalog.Bench.Shared.Hosts;
using Catalog.Engine.Tests.Shell;
using Catalog.Shell.Auth;
using Catalog.Shell.Cluster.Redis;
using Catalog.Shell.Live;
using StackExchange.Redis;

namespace Catalog.Engine.Tests.Cluster.Redis;

/// <summary>Tickets of several nodes on a Redis that is killed and comes back.</summary>
public sealed class RedisTicketsTests
{
    private static readonly Caller Ann = new(42, AccountRole.Admin, 7, 1_900_000_000_000);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_ticket_of_one_node_is_good_at_another_once()
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        ITicketStore first = Node(await world.ConnectedAsync(), Minute);
        ITicketStore second = Node(await world.ConnectedAsync(), Minute);
        string ticket = await IssueAsync(first);
        Assert.Equal(Ann, await TakeAsync(second, ticket));
        Assert.Null(await TakeAsync(second, ticket));
        Assert.Null(await TakeAsync(first, ticket));
    }

    [Fact]
    public async Task Of_many_who_show_the_same_ticket_one_gets_in()
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        ITicketStore[] nodes = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NodeAsync(world)))];
        for (int round = 0; round < 10; round++)
        {
            string ticket = await IssueAsync(nodes[round % nodes.Length]);
            Caller?[] got = await Task.WhenAll(
                Enumerable.Range(0, 32).Select(i => TakeAsync(nodes[i % nodes.Length], ticket)));
            Assert.Single(got, caller => caller == Ann);
        }
    }

    [Fact]
    public async Task A_ticket_has_its_time()
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        RedisConnection redis = await world.ConnectedAsync();
        string lasting = await IssueAsync(Node(redis, Minute));
        RedisResult? left = await redis.TryRunAsync(
            "return redis.call('PTTL', KEYS[1])", redis.KeyOf("ticket", lasting), [], redis.Patience);
        Assert.InRange((long)left!, 1, (long)Minute.TotalMilliseconds);

        ITicketStore node = Node(redis, TimeSpan.FromMilliseconds(30));
        string brief = await IssueAsync(node);
        while (!(await redis.TryRunAsync(
            "return redis.call('GET', KEYS[1])", redis.KeyOf("ticket", brief), [], redis.Patience))!.IsNull)
        {
            await Task.Delay(5);
        }

        Assert.Null(await TakeAsync(node, brief));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_nobody_gave_out_is_no_ticket(string text)
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        Assert.Null(await TakeAsync(await NodeAsync(world), text));
    }

    [Fact]
    public async Task While_redis_is_dead_a_node_has_tickets_of_its_own_and_then_common_ones_again()
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        RedisConnection oneLink = await world.ConnectedAsync(), otherLink = await world.ConnectedAsync();
        ITicketStore one = Node(oneLink, Minute), other = Node(otherLink, Minute);
        string common = await IssueAsync(one);
        await world.Peer.KillAsync();
        await RedisWorld.IsAwayAsync(oneLink);
        await RedisWorld.IsAwayAsync(otherLink);

        Assert.Null(await TakeAsync(other, common));
        string own = await IssueAsync(one), kept = await IssueAsync(one);
        Assert.Null(await TakeAsync(other, own));
        Assert.Equal(Ann, await TakeAsync(one, own));
        Assert.Null(await TakeAsync(one, own));

        await world.Peer.StartAsync();
        await RedisWorld.IsUpAsync(oneLink);
        await RedisWorld.IsUpAsync(otherLink);
        Assert.Null(await TakeAsync(other, kept));
        Assert.Equal(Ann, await TakeAsync(one, kept));
        string again = await IssueAsync(one);
        Assert.Equal(Ann, await TakeAsync(other, again));
        Assert.Null(await TakeAsync(one, again));
    }

    [Fact]
    public async Task A_redis_that_hangs_is_done_without()
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        RedisOptions options = world.Options();
        options.CommandTimeoutMs = 20;
        RedisConnection link = await world.ConnectedAsync(options);
        ITicketStore node = Node(link, Minute), other = await NodeAsync(world);
        Native.Signal(world.Peer.ProcessId, Native.SigStop);
        string own = await IssueAsync(node);
        Native.Signal(world.Peer.ProcessId, Native.SigCont);
        await RedisWorld.IsUpAsync(link);

        // Redis may have what it was asked to keep meanwhile; that was given to nobody.
        Assert.Null(await TakeAsync(other, own));
        Assert.Equal(Ann, await TakeAsync(node, own));
        Assert.Null(await TakeAsync(node, own));
    }

    [Fact]
    public async Task A_server_starts_without_redis_and_shares_tickets_when_it_is_there()
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        await world.Peer.KillAsync();
        await using var host = new ShellHost(settings:
        [
            ("Catalog:Redis:Servers", $"127.0.0.1:{world.Peer.Port}"),
            ("Catalog:Redis:CommandTimeoutMs", "10000"),
        ]);
        string token = (await host.RegisterAsync()).AccessToken;
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/api/auth/ws-ticket", null, token)).Status);

        await world.Peer.StartAsync();
        await RedisWorld.IsUpAsync(host.Service<RedisConnection>());
        ShellAnswer answer = await host.PostAsync("/api/auth/ws-ticket", null, token);
        string ticket = answer.Json.GetProperty("ticket").GetString()!;
        Assert.NotNull(await TakeAsync(await NodeAsync(world), ticket));
        Assert.Null(await TakeAsync(host.Service<ITicketStore>(), ticket));
    }

    private static async Task<ITicketStore> NodeAsync(RedisWorld world) =>
        Node(await world.ConnectedAsync(), Minute);

    private static RedisTickets Node(RedisConnection redis, TimeSpan life)
    {
        var clock = new ManualClock();
        return new RedisTickets(redis, new MemoryTickets(life, clock), life, clock);
    }

    private static async Task<string> IssueAsync(ITicketStore node) =>
        (await node.IssueAsync(Ann, CancellationToken.None))!.Value.Text;

    private static async Task<Caller?> TakeAsync(ITicketStore node, string ticket) =>
        await node.TakeAsync(ticket, CancellationToken.None);
}
