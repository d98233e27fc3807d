using Catalog.WsGateway.Backplane;

namespace Catalog.Shell.Cluster.Redis;

/// <summary>
/// Joins the gateways of all nodes by channels of Redis. Nothing is kept there: what is said while Redis is away is
/// lost, and each gateway goes on by itself; then a new connection is made, and what was lost is told or asked for.
/// <code>
/// Send ─► outbox, bounded ─► pump: up to 512 at a time ─┬─► {prefix}live           for all nodes
///                                                       └─► {prefix}topic:{name}   for those that listen
/// </code>
/// A session is one connection; as soon as anything is wrong with it, another one takes its place.
/// </summary>
/// <remarks>
/// Thread-safe. Bounds: <see cref="RedisOutbox"/>, and one batch under way. Sending costs an encoding and an entry in
/// the outbox.
/// </remarks>
public sealed partial class RedisBackplane : IGatewayBackplane, IAsyncDisposable
{
    private const int RetryMs = 500;
    private const int MaxBatch = 512;

    private readonly RedisOptions _options;
    private readonly ILogger<RedisBackplane> _log;
    private readonly RedisOutbox _outbox = new();
    private readonly Dictionary<string, int> _topics = [];
    private readonly Lock _gate = new();
    private readonly Lock _takeGate = new();
    private readonly CancellationTokenSource _stop = new();
    private IBackplaneReceiver? _receiver;
    private RedisSession? _session;
    private Task _running = Task.CompletedTask;
    private string _node = "";
    private bool _isTold;
    private volatile bool _isUp;
    private long _receivedCount;
    private long _strangeCount;

    /// <summary>Makes one that does nothing before it is started.</summary>
    public RedisBackplane(RedisOptions options, ILogger<RedisBackplane> log)
    {
        _options = options;
        _log = log;
    }

    /// <inheritdoc/>
    public bool IsUp => _isUp;

    /// <summary>Messages that Redis took.</summary>
    public long SentCount => _outbox.SentCount;

    /// <summary>Messages that were lost on the way to Redis, which was away or slower than they came.</summary>
    public long LostCount => _outbox.LostCount;

    /// <summary>Messages of other nodes.</summary>
    public long ReceivedCount => Volatile.Read(ref _receivedCount);

    /// <summary>Messages that could not be read: of another version, or nobody's.</summary>
    public long StrangeCount => Volatile.Read(ref _strangeCount);

    private string CommonChannel => _options.Prefix + "live";

    /// <inheritdoc/>
    public void Start(string node, IBackplaneReceiver receiver)
    {
        (_node, _receiver) = (node, receiver);
        _running = Task.Run(RunAsync);
    }

    /// <inheritdoc/>
    public void Send(BackplaneMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        string channel = message.IsForListeners ? ChannelOf(message.Topic) : CommonChannel;
        _outbox.Add(new RedisMessage(channel, BackplaneCodec.Encode(message), !message.IsForListeners));
    }

    /// <inheritdoc/>
    public Task ListenAsync(string topic)
    {
        // Under the gate: in one order with the wishes of the same topic before and after.
        lock (_gate)
        {
            int count = _topics.GetValueOrDefault(topic);
            _topics[topic] = count + 1;
            return count == 0 && _session is { } session
                ? session.SubscribeAsync(ChannelOf(topic))
                : Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public void Unlisten(string topic)
    {
        lock (_gate)
        {
            int count = _topics.GetValueOrDefault(topic) - 1;
            if (count > 0) _topics[topic] = count;
            else if (_topics.Remove(topic)) _session?.Unsubscribe(ChannelOf(topic));
        }
    }

    /// <summary>Says what there is still to say, if that is quickly done, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        _outbox.Close();
        await _running.WaitAsync(TimeSpan.FromMilliseconds(_options.CommandTimeoutMs))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private string ChannelOf(string topic) => $"{_options.Prefix}topic:{topic}";

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested && !_outbox.IsOver)
        {
            if (await TryOpenAsync() is not { } session)
            {
                _outbox.Lose();
                await Task.Delay(RetryMs, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            LogUp(_log, _options.Servers);
            (_isTold, _isUp) = (false, true);
            _receiver!.Resume();
            await PumpAsync(session);
            _isUp = false;
            lock (_gate) _session = null;
            if (!_stop.IsCancellationRequested && !_outbox.IsOver) LogAway(_log, _options.Servers, session.Reason);
            await session.DisposeAsync();
        }
    }

    /// <summary>Connects and listens to everything that is wanted; null when that cannot be had.</summary>
    private async Task<RedisSession?> TryOpenAsync()
    {
        try
        {
            byte[] own = BackplaneCodec.Encode(new BackplaneMessage(BackplaneKind.Ask, _node));
            RedisSession session =
                await RedisSession.OpenAsync(_options, new RedisMessage(CommonChannel, own, IsForAll: true), Take);
            Task listening;
            lock (_gate)
            {
                _session = session;
                listening = Task.WhenAll(_topics.Keys.Select(topic => session.SubscribeAsync(ChannelOf(topic))));
            }

            await listening;
            return session;
        }
        catch (Exception e) when (RedisSession.IsTrouble(e))
        {
            if (!_isTold) LogAway(_log, _options.Servers, e.Message);
            _isTold = true;
            return null;
        }
    }

    /// <summary>Sends what there is to send, a batch at a time, until the session is over.</summary>
    private async Task PumpAsync(RedisSession session)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(session.Over, _stop.Token);
        var batch = new List<RedisMessage>(MaxBatch);
        try
        {
            while (await _outbox.WaitAsync(end.Token))
            {
                _outbox.Take(batch, MaxBatch);
                _outbox.Count(batch.Count, areSent: await session.TrySendAsync(batch));
            }
        }
        catch (OperationCanceledException)
        {
            // The session is over, or the server stops.
        }
    }

    /// <summary>Takes what is published; true when this node has published it.</summary>
    private bool Take(byte[] bytes)
    {
        if (BackplaneCodec.Decode(bytes) is not { } message)
        {
            Interlocked.Increment(ref _strangeCount);
            return false;
        }

        if (message.Node == _node) return true;
        Interlocked.Increment(ref _receivedCount);
        try
        {
            // A session that is over may still be handing something on.
            lock (_takeGate) _receiver!.Take(message);
        }
        catch (Exception e)
        {
            LogFailed(_log, message.Kind, e);
        }

        return false;
    }

    [LoggerMessage(113, LogLevel.Information, "Messages go from node to node through Redis at {Servers}")]
    private static partial void LogUp(ILogger log, string servers);

    [LoggerMessage(114, LogLevel.Warning, "No messages go from node to node, Redis at {Servers} is away: {Reason}")]
    private static partial void LogAway(ILogger log, string servers, string reason);

    [LoggerMessage(115, LogLevel.Error, "What another node said could not be done: {Kind}")]
    private static partial void LogFailed(ILogger log, BackplaneKind kind, Exception e);
}
