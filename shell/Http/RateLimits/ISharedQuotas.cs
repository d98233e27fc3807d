namespace Catalog.Shell.Http.RateLimits;

/// <summary>Quotas that several nodes count together. Thread-safe.</summary>
public interface ISharedQuotas
{
    /// <summary>
    /// Counts a request of <paramref name="key"/> against <paramref name="policy"/>, in a few milliseconds at most.
    /// </summary>
    /// <returns>How long until the next may come when this one may not; zero when it may, or when nobody
    /// answers.</returns>
    ValueTask<TimeSpan> TakeAsync(RateLimitPolicy policy, ulong key);
}
