using System.Globalization;
using System.Security.Cryptography;

namespace Catalog.Shell.Http.RateLimits;

/// <summary>
/// One quota, kept for every key: at this node, and where nodes share quotas at all of them together. Thread-safe; O(1)
/// a request; at this node alone it allocates only when it refuses.
/// </summary>
public sealed class RateLimit
{
    /// <summary>Keys remembered a quota: 16,384 buckets of 16 bytes, 256 KiB.</summary>
    public const int Capacity = 16 * 1024;

    private readonly RateLimitPolicy _policy;
    private readonly TimeProvider _clock;
    private readonly TokenBuckets? _buckets;
    private readonly ISharedQuotas? _shared;
    private readonly string _policyHeader;

    /// <summary>Creates a quota nobody has used yet.</summary>
    /// <param name="policy">How much is allowed.</param>
    /// <param name="clock">The time.</param>
    /// <param name="enabled">False lets everything pass.</param>
    /// <param name="shared">Where all nodes count; null when this one counts alone.</param>
    public RateLimit(RateLimitPolicy policy, TimeProvider clock, bool enabled = true, ISharedQuotas? shared = null)
    {
        _shared = shared;
        _policy = policy;
        _clock = clock;
        double seconds = policy.Window.TotalSeconds / policy.Limit;
        long interval = Math.Max(1, (long)(seconds * clock.TimestampFrequency));
        ulong seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        _buckets = enabled ? new TokenBuckets(interval, policy.Burst, Capacity, seed) : null;
        _policyHeader = string.Create(CultureInfo.InvariantCulture,
            $"\"{policy.Name}\";q={policy.Limit};w={Math.Max(1, (long)policy.Window.TotalSeconds)}");
    }

    /// <summary>
    /// Counts a request against <paramref name="key"/>'s quota: first here, so that who asks too often at one node
    /// costs the others nothing, then with all nodes.
    /// </summary>
    public ValueTask<RateLimitVerdict> TakeAsync(ulong key)
    {
        RateLimitVerdict here = TakeHere(key);
        return _shared is null || _buckets is null || !here.Allowed
            ? new ValueTask<RateLimitVerdict>(here)
            : TakeSharedAsync(_shared, key);
    }

    private async ValueTask<RateLimitVerdict> TakeSharedAsync(ISharedQuotas shared, ulong key)
    {
        TimeSpan wait = await shared.TakeAsync(_policy, key);
        return new RateLimitVerdict(wait == TimeSpan.Zero, wait);
    }

    private RateLimitVerdict TakeHere(ulong key)
    {
        if (_buckets is null) return new RateLimitVerdict(true, TimeSpan.Zero);
        long wait = _buckets.Take(key, _clock.GetTimestamp());
        return wait == 0
            ? new RateLimitVerdict(true, TimeSpan.Zero)
            : new RateLimitVerdict(false, TimeSpan.FromSeconds((double)wait / _clock.TimestampFrequency));
    }

    /// <summary>
    /// Answers 429 with <c>Retry-After</c>, <c>RateLimit-Policy</c> and <c>RateLimit</c>
    /// (draft-ietf-httpapi-ratelimit-headers).
    /// </summary>
    public Task RefuseAsync(HttpContext context, RateLimitVerdict verdict)
    {
        long seconds = Math.Max(1, (long)Math.Ceiling(verdict.RetryAfter.TotalSeconds));
        IHeaderDictionary headers = context.Response.Headers;
        headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Policy"] = _policyHeader;
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{_policy.Name}\";r=0;t={seconds}");
        return Problems.WriteAsync(context, ProblemCodes.RateLimited);
    }
}
