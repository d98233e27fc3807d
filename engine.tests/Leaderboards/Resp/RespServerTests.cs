using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Engine.Tests.Shell;
using Catalog.Shell.Leaderboards.Resp;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

public sealed class RespServerTests : IAsyncLifetime
{
    private readonly RespWorld _world = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public void A_pipeline_may_be_cut_anywhere()
    {
        byte[] pipeline =
        [
            .. RespClient.Encode("ZADD", "cut", "1", "a"), .. RespClient.Encode("PING"), .. "ZCARD cut\r\n"u8,
            .. RespClient.Encode("SELECT", "1"), .. RespClient.Encode("ZCARD", "cut"),
            .. RespClient.Encode("PING", "x"),
        ];
        for (int cut = 0; cut <= pipeline.Length; cut += 3)
        {
            using RespClient client = _world.Connect();
            client.Send(pipeline.AsSpan(0, cut));
            client.Send(pipeline.AsSpan(cut));
            string added = cut == 0 ? ":1\r\n" : ":0\r\n";
            string[] answers = [.. Enumerable.Range(0, 6).Select(_ => client.Read())];
            Assert.Equal([added, "+PONG\r\n", ":1\r\n", "+OK\r\n", ":0\r\n", "$1\r\nx\r\n"], answers);
        }
    }

    [Fact]
    public void Garbage_is_told_of_and_ends_the_connection()
    {
        using RespClient client = _world.Connect();
        client.Send("*1\r\n$4\r\nPING\r\n*1\r\n:4\r\n");
        Assert.Equal("+PONG\r\n", client.Read());
        Assert.Equal("-ERR Protocol error: expected '$', got ':'\r\n", client.Read());
        Assert.True(client.IsAtEnd());
    }

    [Fact]
    public void A_web_page_cannot_speak_to_it()
    {
        using RespClient client = _world.Connect();
        client.Send("POST / HTTP/1.1\r\nHost: localhost\r\n\r\nZADD web 1 a\r\n");
        client.Read();
        Assert.True(client.IsAtEnd());
        using RespClient other = _world.Connect();
        Assert.Equal(":0\r\n", other.Ask("EXISTS web"));
    }

    [Fact]
    public void Large_requests_are_taken_up_to_a_bound()
    {
        using RespClient client = _world.Connect();
        string[] many = ["ZADD", "large", .. Enumerable.Range(0, 30_000).SelectMany(i => new[] { "1", "member" + i })];
        client.Send(RespClient.Encode(many));
        Assert.Equal(":30000\r\n", client.Read());
        Assert.Equal(":30000\r\n", client.Ask("ZCARD large"));
        client.Send(RespClient.Encode("ECHO", new string('x', CommandChunk.MaxBytes)));
        Assert.StartsWith("-ERR more than", client.Read(), StringComparison.Ordinal);
        client.Send($"*2\r\n$4\r\nECHO\r\n${CommandChunk.MaxBytes + 1}\r\n");
        Assert.Equal("-ERR Protocol error: invalid bulk length\r\n", client.Read());
        Assert.True(client.IsAtEnd());
    }

    [Fact]
    public async Task Thousands_of_commands_at_once_are_answered_in_order()
    {
        using RespClient client = _world.Connect();
        var text = new StringBuilder();
        for (int i = 0; i < 5_000; i++)
            text.Append(CultureInfo.InvariantCulture, $"ZADD many {i} m{i}\r\nZCARD many\r\n");
        Task sending = Task.Run(() => client.Send(text.ToString()));
        for (int i = 1; i <= 5_000; i++)
        {
            Assert.Equal(":1\r\n", client.Read());
            Assert.Equal($":{i}\r\n", client.Read());
        }

        await sending;
    }

    [Fact]
    public void A_transaction_is_atomic_and_sees_what_it_watched()
    {
        using RespClient one = _world.Connect();
        using RespClient other = _world.Connect();
        Assert.Equal("+OK\r\n", one.Ask("WATCH t1 t2"));
        Assert.Equal("+OK\r\n", one.Ask("MULTI"));
        Assert.Equal("+QUEUED\r\n", one.Ask("ZADD t1 1 a"));
        Assert.Equal("+QUEUED\r\n", one.Ask("PING"));
        Assert.Equal(":0\r\n", other.Ask("ZCARD t1"));
        Assert.Equal("*2\r\n:1\r\n+PONG\r\n", one.Ask("EXEC"));
        one.Ask("WATCH t1");
        one.Ask("MULTI");
        one.Ask("ZADD t1 7 z");
        other.Ask("ZADD t1 2 b");
        Assert.Equal("*-1\r\n", one.Ask("EXEC"));
        Assert.Equal(":2\r\n", one.Ask("ZCARD t1"));
        Assert.Equal("-ERR EXEC without MULTI\r\n", one.Ask("EXEC"));
        one.Ask("MULTI");
        Assert.StartsWith("-ERR unknown command", one.Ask("NOSUCH"), StringComparison.Ordinal);
        Assert.Equal("-EXECABORT Transaction discarded because of previous errors.\r\n", one.Ask("EXEC"));
        one.Ask("MULTI");
        Assert.Equal("-ERR MULTI calls can not be nested\r\n", one.Ask("MULTI"));
        Assert.Equal("+OK\r\n", one.Ask("DISCARD"));
        Assert.Equal("+OK\r\n", one.Ask("MULTI"));
        Assert.Equal("*0\r\n", one.Ask("EXEC"));
    }

    [Fact]
    public void Clients_say_who_they_are_and_what_they_speak()
    {
        using RespClient client = _world.Connect();
        Assert.Equal("$-1\r\n", client.Ask("CLIENT GETNAME"));
        Assert.StartsWith(
            "%7\r\n$6\r\nserver\r\n$5\r\nredis\r\n", client.Ask("HELLO 3 SETNAME board"), StringComparison.Ordinal);
        Assert.Equal("$5\r\nboard\r\n", client.Ask("CLIENT GETNAME"));
        Assert.Equal("_\r\n", client.Ask("ZSCORE none m"));
        Assert.Contains("name=board", client.Ask("CLIENT LIST"), StringComparison.Ordinal);
        Assert.Contains("resp=3", client.Ask("CLIENT INFO"), StringComparison.Ordinal);
        Assert.Equal("+OK\r\n", client.Ask("CLIENT SETINFO lib-name tests"));
        Assert.Equal("-NOPROTO unsupported protocol version\r\n", client.Ask("HELLO 4"));
        Assert.Equal("+RESET\r\n", client.Ask("RESET"));
        Assert.Equal("$-1\r\n", client.Ask("ZSCORE none m"));
        Assert.Equal("-ERR DB index is out of range\r\n", client.Ask("SELECT 16"));
        Assert.Contains("redis_version:7.2.0", client.Ask("INFO server"), StringComparison.Ordinal);
        Assert.Equal(
            "*4\r\n$11\r\nappendfsync\r\n$6\r\nalways\r\n$10\r\nappendonly\r\n$3\r\nyes\r\n",
            client.Ask("CONFIG GET append*"));
        Assert.Equal("+OK\r\n", client.Ask("QUIT"));
        Assert.True(client.IsAtEnd());
    }

    [Fact]
    public void Every_command_is_described()
    {
        using RespClient client = _world.Connect();
        string count = client.Ask("COMMAND COUNT").Trim()[1..];
        Assert.StartsWith($"*{count}\r\n*10\r\n", client.Ask("COMMAND"), StringComparison.Ordinal);
        Assert.StartsWith(
            "*1\r\n*10\r\n$4\r\nzadd\r\n:-4\r\n*2\r\n+write\r\n+fast\r\n:1\r\n:1\r\n:1\r\n",
            client.Ask("COMMAND INFO zadd"), StringComparison.Ordinal);
        Assert.Contains("sorted-set", client.Ask("COMMAND DOCS ZADD"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_no_reason_not_to_start()
    {
        await using var second = new ShellHost(
            null, null, ("Catalog:Leaderboards:Resp:Enabled", "true"),
            ("Catalog:Leaderboards:Resp:Port", $"{_world.EndPoint.Port}"));
        Assert.Null(second.Service<RespServer>().EndPoint);
    }

    [Fact]
    public async Task Without_it_nothing_listens()
    {
        await using var host = new ShellHost(null, null, ("Catalog:Leaderboards:Resp:Enabled", "false"));
        Assert.Null(host.Service<RespServer>().EndPoint);
    }

    [Fact]
    public async Task Stopping_answers_what_has_come_and_hangs_up()
    {
        using RespClient client = _world.Connect();
        Assert.Equal(":1\r\n", client.Ask("ZADD stop 1 a"));
        await _world.Host.Service<RespServer>().StoppingAsync(CancellationToken.None);
        Assert.True(client.IsAtEnd());
        Assert.ThrowsAny<SocketException>(_world.Connect);
    }
}
