using StackExchange.Redis;

namespace Catalog.Shell.Cluster.Redis;

/// <summary>
/// One connection to Redis that publishes and listens, for as long as nothing is wrong with it: it broke, Redis did not
/// confirm in time, or what this node says to all did not come back to it. Then it is over, and says why.
/// </summary>
/// <remarks>Thread-safe, but for sending, which one does.</remarks>
internal sealed class RedisSession : IAsyncDisposable
{
    // This node says something to all once a second.
    private const int DeafMs = 5_000;
    private const int ProbeMs = 250;

    private readonly ConnectionMultiplexer _multiplexer;
    private readonly ISubscriber _subscriber;
    private readonly Action<RedisChannel, RedisValue> _take;
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _over = new();
    private volatile TaskCompletionSource _heard = new();
    private volatile string _reason = "it is not needed any more";
    private long _unheardSinceMs;

    private RedisSession(ConnectionMultiplexer multiplexer, RedisOptions options, Func<byte[], bool> take)
    {
        _multiplexer = multiplexer;
        _subscriber = multiplexer.GetSubscriber();
        _patience = TimeSpan.FromMilliseconds(options.CommandTimeoutMs);
        _take = (_, bytes) => Take(bytes, take);
        multiplexer.PreserveAsyncOrder = true;
        multiplexer.ConnectionFailed += OnFailed;
    }

    /// <summary>Cancelled when it is over.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Why it is over.</summary>
    public string Reason => _reason;

    /// <summary>Connects, and makes sure that what is published on a channel arrives here.</summary>
    /// <param name="options">Where Redis is.</param>
    /// <param name="own">The channel, with a message of this node.</param>
    /// <param name="take">Takes what is published, one at a time; true when it is this node's own.</param>
    /// <exception cref="RedisException">That cannot be had.</exception>
    /// <exception cref="TimeoutException">Or not in time.</exception>
    public static async Task<RedisSession> OpenAsync(RedisOptions options, RedisMessage own, Func<byte[], bool> take)
    {
        ConfigurationOptions settings = RedisSettings.Of(options);
        settings.AbortOnConnectFail = true;
        settings.ClientName = "catalog-live";
        var session = new RedisSession(await ConnectionMultiplexer.ConnectAsync(settings), options, take);
        try
        {
            await session.ProveAsync(own, options.ConnectTimeoutMs);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Listens to a channel, in order with <see cref="Unsubscribe"/>; completes when that is so.</summary>
    public async Task SubscribeAsync(string channel)
    {
        try
        {
            await _subscriber.SubscribeAsync(channel, _take).WaitAsync(_patience);
        }
        catch (Exception e) when (IsTrouble(e))
        {
            End(e.Message);
        }
    }

    /// <summary>Listens to a channel no longer, sooner or later.</summary>
    public void Unsubscribe(string channel)
    {
        try
        {
            _subscriber.Unsubscribe(channel, flags: CommandFlags.FireAndForget);
        }
        catch (Exception e) when (IsTrouble(e))
        {
            End(e.Message);
        }
    }

    /// <summary>Publishes, in this order. Some may have arrived though it fails, which ends the session.</summary>
    public async ValueTask<bool> TrySendAsync(List<RedisMessage> batch)
    {
        CheckHearing(batch);
        if (_over.IsCancellationRequested) return false;
        try
        {
            // One connection, one order: when the last is confirmed, all are.
            for (int i = 0; i < batch.Count - 1; i++)
                _ = _subscriber.PublishAsync(batch[i].Channel, batch[i].Bytes, CommandFlags.FireAndForget);
            await _subscriber.PublishAsync(batch[^1].Channel, batch[^1].Bytes).WaitAsync(_patience);
            return true;
        }
        catch (Exception e) when (IsTrouble(e))
        {
            End(e.Message);
            return false;
        }
    }

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _multiplexer.ConnectionFailed -= OnFailed;
        End(_reason);
        await _multiplexer.CloseAsync(allowCommandsToComplete: false);
        _multiplexer.Dispose();
    }

    /// <summary>Whether an exception of the client means that Redis cannot be had just now.</summary>
    internal static bool IsTrouble(Exception e) =>
        e is RedisException or TimeoutException or OperationCanceledException or ObjectDisposedException;

    /// <summary>
    /// The client may take a wish to listen before its connection for that is there, and forgets it then; so it is
    /// repeated until something is heard.
    /// </summary>
    private async Task ProveAsync(RedisMessage own, int patienceMs)
    {
        long untilMs = Environment.TickCount64 + patienceMs;
        do
        {
            _heard = new TaskCompletionSource();
            await _subscriber.SubscribeAsync(own.Channel, _take).WaitAsync(_patience);
            await _subscriber.PublishAsync(own.Channel, own.Bytes).WaitAsync(_patience);
            await Task.WhenAny(_heard.Task, Task.Delay(ProbeMs));
            if (_heard.Task.IsCompleted) return;
            await _subscriber.UnsubscribeAsync(own.Channel).WaitAsync(_patience);
        }
        while (Environment.TickCount64 < untilMs);
        throw new TimeoutException("what is published does not arrive");
    }

    private void CheckHearing(List<RedisMessage> batch)
    {
        if (!batch.Exists(static one => one.IsForAll)) return;
        long nowMs = Environment.TickCount64;
        long sinceMs = Interlocked.CompareExchange(ref _unheardSinceMs, nowMs, 0);
        if (sinceMs != 0 && nowMs - sinceMs > DeafMs) End("what is published does not arrive");
    }

    private void Take(byte[] bytes, Func<byte[], bool> take)
    {
        if (_over.IsCancellationRequested || !take(bytes)) return;
        Volatile.Write(ref _unheardSinceMs, 0);
        _heard.TrySetResult();
    }

    private void OnFailed(object? sender, ConnectionFailedEventArgs e) => End(e.FailureType.ToString());

    private void End(string reason)
    {
        if (_over.IsCancellationRequested) return;
        _reason = reason;
        _over.Cancel();
    }
}
