using Catalog.Shell.Http;

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
    string Address) : IExampled<AuditEntryAnswer>
{
    /// <inheritdoc/>
    public static AuditEntryAnswer Example => new(
        "9", new DateTimeOffset(2027, 1, 15, 6, 0, 0, TimeSpan.Zero), "1", "Ada Lovelace", "alert-rule.disable", "3",
        "done", 200, "0af7651916cd43dd8448eb211c80319c", "192.0.2.7");
}
