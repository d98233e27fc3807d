namespace Catalog.Shell.Observability.Contracts;

/// <summary>How requests are doing.</summary>
/// <param name="UnderWay">Requests under way, streams included.</param>
/// <param name="All">All requests.</param>
/// <param name="Failed">Answered with 500 or more since the start.</param>
/// <param name="Routes">The 50 endpoints asked most.</param>
public sealed record HttpAnswer(
    long UnderWay,
    LatencyAnswer All,
    long Failed,
    IReadOnlyList<RouteAnswer> Routes);
