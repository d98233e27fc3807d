using Catalog.Engine.Tests.Shell;
using Catalog.Shell.Auth;
using Catalog.Shell.Leaderboards.Resp;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

public sealed class RespSignInTests : IAsyncLifetime
{
    private readonly RespWorld _world = new(null, ("Catalog:Leaderboards:Resp:RequireAuth", "true"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Who_has_not_signed_in_may_do_nothing()
    {
        await _world.Host.RegisterAsync();
        using RespClient client = _world.Connect();
        foreach (string command in new[] { "PING", "ZCARD k", "ZADD k 1 a", "INFO", "MULTI", "SELECT 1" })
            Assert.Equal("-NOAUTH Authentication required.\r\n", client.Ask(command));
        Assert.StartsWith("-NOAUTH HELLO must be called", client.Ask("HELLO 3"), StringComparison.Ordinal);
        const string Wrong = "-WRONGPASS invalid username-password pair or user is disabled.\r\n";
        Assert.Equal(Wrong, client.Ask("AUTH ada@example.org wrong"));
        Assert.Equal(Wrong, client.Ask("AUTH nobody@example.org wrong"));
        Assert.Equal(Wrong, client.Ask("AUTH nonsense"));
    }

    [Fact]
    public void Who_has_not_signed_in_is_not_believed_large_numbers()
    {
        using RespClient many = _world.Connect();
        many.Send("*11\r\n");
        Assert.Equal("-ERR Protocol error: invalid multibulk length\r\n", many.Read());
        using RespClient large = _world.Connect();
        large.Send("*2\r\n$20000\r\n");
        Assert.Equal("-ERR Protocol error: invalid bulk length\r\n", large.Read());
    }

    [Fact]
    public async Task Who_does_not_sign_in_in_time_is_hung_up_on()
    {
        ShellAnswer session = await _world.Host.RegisterAsync();
        using RespClient silent = _world.Connect();
        using RespClient known = _world.Connect();
        Assert.Equal("-NOAUTH Authentication required.\r\n", silent.Ask("PING"));
        Assert.Equal("+OK\r\n", known.Ask($"AUTH {session.AccessToken}"));
        var server = _world.Host.Service<RespServer>();
        _world.Host.Clock.Advance(TimeSpan.FromSeconds(10));
        server.HangUpOnOverdue();
        Assert.Equal("-NOAUTH Authentication required.\r\n", silent.Ask("PING"));
        _world.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        server.HangUpOnOverdue();
        Assert.True(silent.IsAtEnd());
        Assert.Equal(":0\r\n", known.Ask("ZCARD k"));
    }

    [Fact]
    public async Task A_customer_may_look_and_an_administrator_may_do_all()
    {
        ShellAnswer session = await _world.Host.RegisterAsync();
        using RespClient customer = _world.Connect();
        Assert.Equal("+OK\r\n", customer.Ask($"AUTH {session.AccessToken}"));
        Assert.Equal(":0\r\n", customer.Ask("ZCARD k"));
        Assert.StartsWith("-NOPERM", customer.Ask("ZADD k 1 a"), StringComparison.Ordinal);
        Assert.StartsWith("-NOPERM", customer.Ask("FLUSHDB"), StringComparison.Ordinal);

        ulong id = session.Json.GetProperty("user").GetProperty("id").GetUInt64();
        await _world.Host.Service<Accounts>().ChangeRoleAsync(id, AccountRole.Admin);
        using RespClient admin = _world.Connect();
        admin.Send(RespClient.Encode("HELLO", "3", "AUTH", "ada@example.org", ShellHost.Password));
        Assert.StartsWith("%7\r\n", admin.Read(), StringComparison.Ordinal);
        Assert.Equal(":1\r\n", admin.Ask("ZADD k 1 a"));
        Assert.Equal("+OK\r\n", admin.Ask("FLUSHDB"));

        // The role has changed since the customer's token was given out, so that session has ended.
        Assert.Equal("-NOAUTH Authentication required.\r\n", customer.Ask("ZCARD k"));
        Assert.Equal("+RESET\r\n", admin.Ask("RESET"));
        Assert.Equal("-NOAUTH Authentication required.\r\n", admin.Ask("ZCARD k"));
    }
}
