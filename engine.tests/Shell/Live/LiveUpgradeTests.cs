using System.Text;
using Catalog.Engine.Tests.Gateway;
using Catalog.Engine.Tests.Gateway.Framing;
using Catalog.Engine.Tests.Shell.Booking;

namespace Catalog.Engine.Tests.Shell.Live;

/// <summary>
/// A socket that comes the way reverse proxies bring it: on a connection that has carried other requests before, so
/// that HTTP upgrades it.
/// </summary>
public sealed class LiveUpgradeTests : IAsyncLifetime
{
    private const string Forwarded =
        "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https\r\nVia: 1.1 front\r\nOrigin: https://127.0.0.1\r\n";

    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync(LiveClient.Settings);

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_connection_that_was_used_before_becomes_a_socket()
    {
        string ticket = await LiveClient.TicketAsync(_world, await _world.UserAsync());
        using var front = new RawClient(_world.Host.Http.BaseAddress!.Port);
        for (int i = 0; i < 2; i++)
        {
            front.Send("HEAD /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"); // its answer has no body
            Assert.StartsWith("HTTP/1.1 ", front.ReadHead());
        }

        string head = front.Upgrade(RawClient.Request($"/ws?ticket={ticket}", Forwarded));
        Assert.StartsWith("HTTP/1.1 101 Switching Protocols\r\n", head);
        Assert.Contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n", head);
        front.Send(ClientFrames.Text("""{"event":"subscribe","id":1,"data":{"topic":"seats:1"}}"""));
        Assert.StartsWith("""{"event":"subscribed","id":1,""", front.ReadText());
        Assert.StartsWith("""{"event":"seat_snapshot","topic":"seats:1","offset":0,""", front.ReadText());
        front.Send(ClientFrames.Text(
            """{"event":"reserve","id":2,"data":{"showtimeId":"1","seats":["B1"],"idempotencyKey":"k"}}"""));
        string[] heard = [front.ReadText(), front.ReadText()];
        Assert.Contains(heard, text => text.StartsWith("""{"event":"reserve","id":2,""", StringComparison.Ordinal));
        Assert.Contains(heard, text => text.StartsWith("""{"event":"seat_update",""", StringComparison.Ordinal));
        front.Send(ClientFrames.Frame(8, [0x03, 0xE8, .. Encoding.UTF8.GetBytes("done")]));
        Assert.Equal("close 1000", front.ReadText());
        Assert.Equal("end", front.ReadText());
    }
}
