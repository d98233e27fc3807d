namespace Catalog.Shell.Observability.Contracts;

/// <summary>How long an endpoint takes, since the start.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Route">Its path.</param>
/// <param name="Count">Requests.</param>
/// <param name="Refused">Of them with a status of 400 to 499.</param>
/// <param name="Failed">Of them with a status of 500 or more.</param>
/// <param name="P50Ms">Half took at most so many milliseconds.</param>
/// <param name="P99Ms">The same for 99 in 100.</param>
public sealed record RouteAnswer(
    string Method,
    string Route,
    long Count,
    long Refused,
    long Failed,
    double P50Ms,
    double P99Ms);
