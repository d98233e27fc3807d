using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Ai;

/// <summary>
/// How often the provider is asked on somebody's behalf; beyond that the local models answer. Thread-safe.
/// </summary>
public sealed class AiLimits(RateLimitFactory factory)
{
    /// <summary>Requests to the provider a user, or an address when nobody is signed in.</summary>
    public RateLimit Remote { get; } =
        factory.Create(new RateLimitPolicy("ai-remote", 30, TimeSpan.FromMinutes(1), 10));
}
