using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Leaderboards;

/// <summary>Leaderboards' quotas. Thread-safe.</summary>
public sealed class LeaderboardLimits(RateLimitFactory factory)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Submissions a player: three modes, and what a client repeats.</summary>
    public RateLimit Submit { get; } = factory.Create(new RateLimitPolicy("submit-score", 120, Minute, 40));

    /// <summary>Changes a player makes: name, friends, tournaments.</summary>
    public RateLimit Change { get; } = factory.Create(new RateLimitPolicy("player-change", 300, Minute, 60));
}
