using System.Globalization;
using Catalog.Shell.Http.RateLimits;
using StackExchange.Redis;

namespace Catalog.Shell.Cluster.Redis;

/// <summary>
/// Quotas of all nodes: a sliding window, estimated from the counts of two fixed ones (the present, and the one before
/// weighted by how much of it the sliding window still covers), as in Cloudflare's "How we built rate limiting capable
/// of scaling to millions of domains", 2017. The time is Redis's, so nodes' clocks do not matter.
/// <code>
/// {prefix}quota:{policy}:{key} ─► hash  w number of the window · c counted in it · p counted in the one before
/// </code>
/// Invariants: (1) c + p × share of the window before never exceeds the quota when a request is let through;
/// (2) refused requests are not counted; (3) a key nobody uses is gone after two windows.
/// </summary>
/// <remarks>
/// Thread-safe. One round trip, a few milliseconds at most; then, and while Redis is away, each node limits alone.
/// </remarks>
internal sealed class RedisQuotas(RedisConnection redis, TimeSpan patience) : ISharedQuotas
{
    // A clock of Redis's that goes back is held at the beginning of the window counted last.
    private const string Take = """
        local window, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
        local t = redis.call('TIME')
        local now = t[1] * 1000 + math.floor(t[2] / 1000)
        local at = math.floor(now / window)
        local kept = redis.call('HMGET', KEYS[1], 'w', 'c', 'p')
        local w, c, p = tonumber(kept[1]) or at, tonumber(kept[2]) or 0, tonumber(kept[3]) or 0
        if at == w + 1 then p, c, w = c, 0, at elseif at > w then p, c, w = 0, 0, at end
        local into = math.max(0, now - w * window)
        if p * (window - into) / window + c + 1 > limit then
          if c + 1 <= limit then return math.max(1, math.ceil(window - (limit - 1 - c) * window / p - into)) end
          return math.max(1, math.ceil(2 * window - into - (limit - 1) * window / c))
        end
        redis.call('HSET', KEYS[1], 'w', w, 'c', c + 1, 'p', p)
        redis.call('PEXPIRE', KEYS[1], 2 * window)
        return 0
        """;

    /// <inheritdoc/>
    public async ValueTask<TimeSpan> TakeAsync(RateLimitPolicy policy, ulong key)
    {
        string name = redis.KeyOf("quota", string.Create(CultureInfo.InvariantCulture, $"{policy.Name}:{key:x}"));
        long windowMs = Math.Max(1, (long)policy.Window.TotalMilliseconds);
        RedisValue[] values = [windowMs, Math.Max(policy.Limit, policy.Burst)];
        RedisResult? waitMs = await redis.TryRunAsync(Take, name, values, patience);
        return waitMs is null ? TimeSpan.Zero : TimeSpan.FromMilliseconds((long)waitMs);
    }
}
