namespace Catalog.Engine.Analytics;

/// <summary>A step of a funnel.</summary>
/// <param name="Name">Its name in queries: <c>confirmed</c>.</param>
/// <param name="Title">What people read.</param>
public sealed record FunnelStep(string Name, string Title);
