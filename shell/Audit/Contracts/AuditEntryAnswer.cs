namespace Catalog.Shell.Audit.Contracts;

/// <summary>Something an operator did, or was refused.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="UserId">Who.</param>
/// <param name="UserName">Who, by name.</param>
/// <param name="Action">What, as in <c>movie.change</c>.</param>
/// <param name="Target">To what.</param>
/// <param name="Result"><c>done</c>, <c>refused</c> (a status of 400 to 499) or <c>failed</c>.</param>
/// <param name="Status">The status of HTTP.</param>
/// <param name="TraceId">What the log names the request by.</param>
/// <param name="Address">Where it came from.</param>
public sealed record AuditEntryAnswer(
    string Id,
    DateTimeOffset At,
    string UserId,
    string? UserName,
    string Action,
    string Target,
    string Result,
    int Status,
    string TraceId,
    string Address);
