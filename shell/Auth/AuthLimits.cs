using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Auth;

/// <summary>The accounts' quotas. Thread-safe.</summary>
public sealed class AuthLimits(RateLimitFactory factory)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Registrations a network address.</summary>
    public RateLimit Register { get; } = factory.Create(new RateLimitPolicy("register", 30, Minute, 60));

    /// <summary>Sign-ins a network address.</summary>
    public RateLimit Login { get; } = factory.Create(new RateLimitPolicy("login", 60, Minute, 120));

    /// <summary>Sign-ins one account, from wherever: what slows down guessing.</summary>
    public RateLimit LoginOfAccount { get; } = factory.Create(new RateLimitPolicy("login-account", 10, Minute, 20));

    /// <summary>Tickets for WebSockets a user.</summary>
    public RateLimit Ticket { get; } = factory.Create(new RateLimitPolicy("ws-ticket", 120, Minute, 60));

    /// <summary>Refreshes a network address.</summary>
    public RateLimit Refresh { get; } = factory.Create(new RateLimitPolicy("refresh", 600, Minute, 600));
}
