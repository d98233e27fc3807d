using Catalog.Shell.Http.Caching;

namespace Catalog.Shell.Cluster.Redis;

/// <summary>
/// Answers of all nodes: what one has made the others need not. While Redis is away, or slower than its time, each node
/// makes its own.
/// <code>
/// {prefix}answer:{hash of question and state} ─► the answer's bytes, for two minutes
/// </code>
/// Whoever asks many different questions makes many answers: a node puts no more than <see cref="MaxBytes"/> into Redis
/// in ten seconds, so its answers take 52 MiB there at most, and the rest it keeps to itself.
/// </summary>
/// <remarks>Thread-safe. One round trip to look, none that anybody waits for to keep.</remarks>
internal sealed class RedisAnswers(RedisConnection redis, TimeSpan patience) : ISharedAnswers
{
    /// <summary>What a node puts into Redis in a window.</summary>
    internal const int MaxBytes = 4 * 1024 * 1024;

    private const string Kind = "answer";
    private const long WindowMs = 10_000;

    // Long enough for every node to ask once; what was made of an older state is never asked for again.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private long _windowEndsMs;
    private int _windowBytes;

    /// <inheritdoc/>
    public ValueTask<byte[]?> TryGetAsync(string key) => redis.TryGetAsync(redis.KeyOf(Kind, key), patience);

    /// <inheritdoc/>
    public void Put(string key, byte[] answer)
    {
        if (TryCount(answer.Length)) redis.Put(redis.KeyOf(Kind, key), answer, Life);
    }

    private bool TryCount(int sizeBytes)
    {
        long nowMs = Environment.TickCount64;
        lock (_gate)
        {
            if (nowMs >= _windowEndsMs) (_windowEndsMs, _windowBytes) = (nowMs + WindowMs, 0);
            if (_windowBytes + sizeBytes > MaxBytes) return false;
            _windowBytes += sizeBytes;
            return true;
        }
    }
}
