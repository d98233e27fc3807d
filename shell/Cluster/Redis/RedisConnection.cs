using StackExchange.Redis;

namespace Catalog.Shell.Cluster.Redis;

/// <summary>
/// The connection to Redis, which may be away at any time, at the start too: it is made in the background, and again
/// when it broke. Who asks while Redis is away hears so at once, and nobody waits longer than the deadline.
/// <code>
/// ask ─► connected? not resting? fewer than MaxUnanswered under way? ─► command ─► answer, or null at the deadline
/// </code>
/// A Redis that is connected and silent is left alone for <see cref="RestMs"/> after every
/// <see cref="MissesToRest"/> misses in a row.
/// </summary>
/// <remarks>Thread-safe. Bounded: <see cref="MaxUnanswered"/> commands whose answer is outstanding.</remarks>
public sealed partial class RedisConnection : IAsyncDisposable
{
    /// <summary>Commands without an answer, at most: what a hung Redis can hold of this process's memory.</summary>
    internal const int MaxUnanswered = 8 * 1024;

    private const int MissesToRest = 4;
    private const int RestMs = 500;
    private const int RetryMs = 500;

    private readonly RedisOptions _options;
    private readonly ILogger<RedisConnection> _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _connecting;
    private ConnectionMultiplexer? _multiplexer;
    private long _restUntilMs;
    private int _misses;
    private int _unanswered;

    /// <summary>Begins to connect.</summary>
    public RedisConnection(RedisOptions options, ILogger<RedisConnection> log)
    {
        _options = options;
        _log = log;
        _connecting = Task.Run(ConnectAsync);
    }

    /// <summary>Whether Redis can be asked just now.</summary>
    /// <remarks>A connection that was made and is still being introduced takes no commands: not there yet.</remarks>
    public bool IsUp =>
        Volatile.Read(ref _multiplexer) is { IsConnected: true } multiplexer
        && multiplexer.GetDatabase().IsConnected(default)
        && Environment.TickCount64 >= Volatile.Read(ref _restUntilMs);

    /// <summary>Ends when Redis was tried for the first time.</summary>
    internal Task Attempted => _connecting;

    /// <summary>How long an answer may take, unless somebody is in more of a hurry.</summary>
    internal TimeSpan Patience => TimeSpan.FromMilliseconds(_options.CommandTimeoutMs);

    /// <summary>A key of this cluster.</summary>
    internal string KeyOf(string kind, string name) => $"{_options.Prefix}{kind}:{name}";

    /// <summary>Runs a script. It may have run although no answer came.</summary>
    /// <returns>Its result; null when Redis is away, late or cannot.</returns>
    internal ValueTask<RedisResult?> TryRunAsync(string script, string key, RedisValue[] values, TimeSpan deadline) =>
        TryAskAsync<RedisResult?>(database => RunAsync(database, script, key, values), deadline);

    /// <summary>Sets a key nobody has set, for so long. It may have been set although no answer came.</summary>
    /// <returns>Whether it is known to be set now.</returns>
    internal ValueTask<bool> TrySetAsync(string key, string value, TimeSpan life) =>
        TryAskAsync(database => database.StringSetAsync(key, value, life, When.NotExists), Patience);

    /// <summary>Reads a key.</summary>
    /// <returns>Null when there is none, or Redis is away or late.</returns>
    internal ValueTask<byte[]?> TryGetAsync(string key, TimeSpan deadline) =>
        TryAskAsync<byte[]?>(async database => await database.StringGetAsync(key), deadline);

    /// <summary>Sets a key for so long, sooner or later, if that can be done.</summary>
    internal void Put(string key, byte[] value, TimeSpan life) =>
        _ = TryAskAsync(database => database.StringSetAsync(key, value, life), Patience).AsTask();

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _connecting;
        _stop.Dispose();
        if (_multiplexer is not { } multiplexer) return;
        multiplexer.ConnectionFailed -= OnFailed;
        multiplexer.ConnectionRestored -= OnRestored;
        await multiplexer.CloseAsync(allowCommandsToComplete: false);
        multiplexer.Dispose();
    }

    private async ValueTask<T?> TryAskAsync<T>(Func<IDatabase, Task<T>> ask, TimeSpan deadline)
    {
        if (!IsUp) return default;
        if (Interlocked.Increment(ref _unanswered) > MaxUnanswered)
        {
            Interlocked.Decrement(ref _unanswered);
            return default;
        }

        try
        {
            Task<T> answer = CountedAsync(ask);
            T got = await answer.WaitAsync(deadline);
            Volatile.Write(ref _misses, 0);
            return got;
        }
        catch (Exception e) when (IsAway(e))
        {
            Miss(e);
            return default;
        }
    }

    /// <summary>Asks, and counts the answer when it comes, though nobody may be waiting for it any more.</summary>
    private async Task<T> CountedAsync<T>(Func<IDatabase, Task<T>> ask)
    {
        try
        {
            return await ask(_multiplexer!.GetDatabase());
        }
        finally
        {
            Interlocked.Decrement(ref _unanswered);
        }
    }

    /// <summary>Redis forgets scripts when it starts anew; a script it does not know has not run.</summary>
    private static async Task<RedisResult?> RunAsync(
        IDatabase database, string script, string key, RedisValue[] values)
    {
        try
        {
            return await database.ScriptEvaluateAsync(script, [key], values);
        }
        catch (RedisServerException e) when (e.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await database.ScriptEvaluateAsync(script, [key], values);
        }
    }

    private static bool IsAway(Exception e) =>
        e is RedisException or TimeoutException or OperationCanceledException or ObjectDisposedException;

    private void Miss(Exception e)
    {
        if (Interlocked.Increment(ref _misses) % MissesToRest != 0) return;
        Volatile.Write(ref _restUntilMs, Environment.TickCount64 + RestMs);
        LogMisses(_log, MissesToRest, e.Message);
    }

    private async Task ConnectAsync()
    {
        bool isTold = false;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                ConnectionMultiplexer multiplexer =
                    await ConnectionMultiplexer.ConnectAsync(RedisSettings.Of(_options));
                multiplexer.ConnectionFailed += OnFailed;
                multiplexer.ConnectionRestored += OnRestored;
                Volatile.Write(ref _multiplexer, multiplexer);
                if (multiplexer.IsConnected) LogUp(_log, _options.Servers);
                else LogAway(_log, _options.Servers, "it does not answer");
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (!isTold) LogAway(_log, _options.Servers, e.Message);
                isTold = true;
                await Task.Delay(RetryMs, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void OnFailed(object? sender, ConnectionFailedEventArgs e)
    {
        if (e.ConnectionType == ConnectionType.Interactive) LogAway(_log, _options.Servers, e.FailureType.ToString());
    }

    private void OnRestored(object? sender, ConnectionFailedEventArgs e)
    {
        if (e.ConnectionType == ConnectionType.Interactive) LogUp(_log, _options.Servers);
    }

    [LoggerMessage(110, LogLevel.Information, "Redis at {Servers} is there")]
    private static partial void LogUp(ILogger log, string servers);

    [LoggerMessage(111, LogLevel.Warning, "Redis at {Servers} is away, this node does without: {Reason}")]
    private static partial void LogAway(ILogger log, string servers, string reason);

    [LoggerMessage(112, LogLevel.Warning, "Redis did not answer {Misses} times in a row, it is left alone: {Reason}")]
    private static partial void LogMisses(ILogger log, int misses, string reason);
}
