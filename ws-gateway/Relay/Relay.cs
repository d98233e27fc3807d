using System.Runtime.CompilerServices;
using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Handlers;
using Catalog.WsGateway.Topics;
using Microsoft.Extensions.Logging;

namespace Catalog.WsGateway.Relay;

/// <summary>
/// A gateway in front of another one: many clients here, one connection there for what all may hear, and one a client
/// for what is the client's own. One a program; thread-safe.
/// </summary>
/// <remarks>
/// <code>
///   clients ══► Gateway ─ shared topics ─► RelayTopics ── trunk ──────► the gateway behind
///                  │          └─ a beginning, what was missed ─ fetcher ─►
///                  └─ everything else ───► Line ─ one a client, when needed ─►
/// </code>
/// Epochs and offsets of shared topics are those of the gateway behind, so a client may come back to either.
/// </remarks>
internal sealed class Relay : IGatewayAuthenticator, IAsyncDisposable
{
    private static readonly TimeSpan SweepTime = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly RelayOptions _options;
    private readonly TimeProvider _clock;
    private readonly ConditionalWeakTable<GatewayConnection, Line> _lines = [];
    private readonly UpstreamChannel _trunk;
    private readonly TopicFetcher _fetcher;
    private Gateway _gateway = null!;
    private RelayTopics _topics = null!;
    private SharedSubscription _shared = null!;
    private Task _running = Task.CompletedTask;
    private bool _isDisposed;

    public Relay(RelayOptions options, TimeProvider clock, ILogger<Relay> log)
    {
        (_options, _clock) = (options, clock);
        _trunk = new UpstreamChannel(options, clock, log, message => _topics.TakeAsync(message))
        {
            OnUp = () => _topics.OnUp(), OnDown = () => _topics.OnDown(),
        };
        _fetcher = new TopicFetcher
        {
            Channel = new UpstreamChannel(options, clock, log, message =>
            {
                _fetcher!.Take(message);
                return default;
            }),
        };
    }

    /// <summary>Whether the gateway behind is there.</summary>
    internal bool IsUp => _trunk.IsUp;

    /// <summary>Shared topics that are listened to.</summary>
    internal int TopicCount => _topics.Count;

    /// <summary>Takes a gateway's clients, before there are any.</summary>
    internal void Map(Gateway gateway)
    {
        _gateway = gateway;
        _topics = new RelayTopics(gateway, _options, _clock) { Trunk = _trunk };
        _shared = new SharedSubscription(_topics, _fetcher, _options);
        foreach (string pattern in _options.SharedTopics)
        {
            gateway.Topic(pattern, topic =>
            {
                (topic.HistoryMessages, topic.HistoryBytes) = (_options.HistoryMessages, _options.HistoryBytes);
                topic.SlowConsumer = SlowConsumerPolicy.Snapshot;
                topic.IsRelayed = true;
            });
        }

        gateway.OnRawRequest("ping", static (_, _) => default);
        EventHandlers handlers = gateway.Handlers;
        var line = new LineHandler(this);
        handlers.Other = line;
        handlers.Wrap("subscribe", handler => new RelayTopicHandler(this, handler, line, begins: true));
        handlers.Wrap("unsubscribe", handler => new RelayTopicHandler(this, handler, line, begins: false));
        handlers.Wrap("presence", _ => line);
        handlers.Wrap("typing", _ => line);
        gateway.SignedIn += connection => _ = RenewAsync(connection);
        gateway.Ended += End;
    }

    /// <summary>Begins to reach for the gateway behind.</summary>
    internal void Start() => _running = Task.WhenAll(
        _trunk.RunAsync(_stop.Token), _fetcher.Channel.RunAsync(_stop.Token), SweepAsync());

    internal bool IsShared(string topic) => _gateway.Topics.OptionsOf(topic).IsRelayed;

    internal ValueTask BeginAsync(GatewayConnection client, TopicWish wish, byte[] id) =>
        _shared.BeginAsync(_gateway, client, wish, id);

    internal Line LineOf(GatewayConnection client) =>
        _lines.GetValue(client, one => new Line(one, _options, _clock));

    /// <inheritdoc/>
    public async ValueTask<GatewayIdentity?> AuthenticateAsync(
        GatewayCredentials credentials, CancellationToken cancel)
    {
        try
        {
            UpstreamMessage answer = await _trunk.AskPatientlyAsync(
                RelayDoor.SignIn, new TicketWish(credentials.Ticket), RelayJson.Default.TicketWish, cancel);
            RelayGrant? grant = System.Text.Json.JsonSerializer.Deserialize(
                answer.Data.Span, RelayJson.Default.RelayGrant);
            return grant is null ? null : new GatewayIdentity(grant.UserId, grant.ExpiresAt, grant);
        }
        catch (Exception e) when (e is GatewayException or OperationCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed) return; // the container knows it by two names
        _isDisposed = true;
        await _stop.CancelAsync();
        await _running;
        _fetcher.Dispose();
        _stop.Dispose();
    }

    private async Task RenewAsync(GatewayConnection client)
    {
        if (_lines.TryGetValue(client, out Line? line)) await line.RenewAsync();
    }

    private void End(GatewayConnection client)
    {
        if (_lines.TryGetValue(client, out Line? line)) line.Dispose();
    }

    private async Task SweepAsync()
    {
        using var timer = new PeriodicTimer(SweepTime, _clock);
        int idleTicks = GatewayLimits.TicksOf(_gateway.Options.TopicIdleTime);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                _topics.Sweep(idleTicks);
                foreach ((_, Line line) in _lines) line.TryRest();
            }
        }
        catch (OperationCanceledException)
        {
            // It stops.
        }
    }
}
