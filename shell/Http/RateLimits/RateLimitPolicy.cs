namespace Catalog.Shell.Http.RateLimits;

/// <summary>
/// A quota: <paramref name="Limit"/> requests a <paramref name="Window"/>, of which <paramref name="Burst"/> may come
/// at once.
/// </summary>
/// <param name="Name">Its name in headers and configuration.</param>
/// <param name="Limit">Requests a window, at least 1.</param>
/// <param name="Window">The window, more than zero.</param>
/// <param name="Burst">Requests that may come at once, at least 1.</param>
public sealed record RateLimitPolicy(string Name, int Limit, TimeSpan Window, int Burst);
