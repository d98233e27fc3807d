namespace Catalog.Shell.Http.RateLimits;

/// <summary>What a quota says to one request.</summary>
/// <param name="Allowed">Whether it may go on.</param>
/// <param name="RetryAfter">How long until the next may, when this one may not.</param>
public readonly record struct RateLimitVerdict(bool Allowed, TimeSpan RetryAfter);
