using Catalog.WsGateway;
using Catalog.WsGateway.Backplane;
using Catalog.WsGateway.Handshake;
using Catalog.WsGateway.Loops;
using Catalog.WsGateway.Topics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Gateway.Loops;

/// <summary>
/// A gateway of one loop that turns only when a test says so, with clients that take what a test lets them.
/// </summary>
internal sealed class LoopWorld : IAsyncDisposable
{
    private readonly ManualTime _clock = new();

    internal LoopWorld(Action<GatewayOptions>? configure = null, IGatewayBackplane? backplane = null)
    {
        var options = new GatewayOptions { Loops = 1, MaxQueuedBytes = 2_000 };
        configure?.Invoke(options);
        Gateway = new WsGateway.Gateway(options, _clock, NullLogger<WsGateway.Gateway>.Instance, null, backplane);
        Loop = Gateway.LoopAt(0);
        Loop.Detach();
    }

    internal WsGateway.Gateway Gateway { get; }

    internal GatewayLoop Loop { get; }

    /// <summary>
    /// A client that takes everything, unless told otherwise; subscribed to the topics, its answers forgotten.
    /// </summary>
    internal FakeOutbound Join(int variant, params string[] topics) =>
        Join(new HandshakeAgreement(variant, null), topics);

    internal FakeOutbound Join(HandshakeAgreement agreement, params string[] topics)
    {
        GatewayConnection connection = Gateway.Open(in agreement, null);
        var client = new FakeOutbound(connection);
        connection.Outbound = client;
        connection.Inbound = new SilentInbound();
        Loop.PostBytes(EntryKind.Open, connection, default);
        foreach (string topic in topics) Assert.Equal(SubscribeResult.Subscribed, connection.Subscribe(topic));
        Turn();
        client.Forget();
        return client;
    }

    internal void Publish(string topic, int number, long key = 0) =>
        Assert.True(Gateway.PublishRaw(
            topic, "n", System.Text.Encoding.UTF8.GetBytes($"{number}"), new PublishOptions(key)).IsTaken);

    internal void Turn() => Loop.Run();

    /// <summary>Lets time pass, a tick at a time, so that every connection is looked after.</summary>
    internal void Pass(TimeSpan time)
    {
        for (TimeSpan passed = default; passed < time; passed += GatewayLimits.Tick)
        {
            _clock.Advance(GatewayLimits.Tick);
            Gateway.Sweep();
            Turn();
        }
    }

    /// <summary>Lets time pass in which nothing of this gateway runs.</summary>
    internal void Sleep(TimeSpan time) => _clock.Advance(time);

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}
