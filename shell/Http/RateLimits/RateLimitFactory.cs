using Catalog.Shell.Options;

namespace Catalog.Shell.Http.RateLimits;

/// <summary>Makes quotas, with what the configuration says about each. Thread-safe.</summary>
public sealed class RateLimitFactory(CatalogOptions options, TimeProvider clock, ISharedQuotas? shared = null)
{
    /// <summary>
    /// Makes a quota: <paramref name="standard"/>, unless <c>Catalog:RateLimits:Policies:{name}</c> says otherwise.
    /// </summary>
    public RateLimit Create(RateLimitPolicy standard)
    {
        RateLimitPolicy policy = standard;
        if (options.RateLimits.Policies.TryGetValue(standard.Name, out RateLimitSetting? set))
        {
            policy = new RateLimitPolicy(
                standard.Name, set.Limit, TimeSpan.FromSeconds(set.WindowSeconds), set.Burst ?? set.Limit);
        }

        return new RateLimit(policy, clock, options.RateLimits.Enabled, shared);
    }
}
