using Catalog.Shell.Http;

namespace Catalog.Shell.Exports.Contracts;

/// <summary>A report: an export that is made again and again and sent by mail.</summary>
/// <param name="Source">What is exported.</param>
/// <param name="Format"><c>csv</c> or <c>pdf</c>.</param>
/// <param name="Every"><c>day</c> or <c>week</c>.</param>
/// <param name="HourUtc">The hour it is made at, 0 to 23.</param>
/// <param name="Recipients">Mail addresses it goes to, 1 to 10.</param>
/// <param name="Weekday">The day a weekly one is made on, as in <c>monday</c>.</param>
/// <param name="Arguments">What it is narrowed by; days are set to the period.</param>
/// <param name="Title">Its title; the source's unless given.</param>
public sealed record ReportRequest(
    string Source,
    string Format,
    string Every,
    int HourUtc,
    IReadOnlyList<string> Recipients,
    string? Weekday = null,
    IReadOnlyDictionary<string, string>? Arguments = null,
    string? Title = null) : IExampled<ReportRequest>
{
    /// <inheritdoc/>
    public static ReportRequest Example => new(
        "rollup", "pdf", "week", 6, ["ada@example.org"], "monday",
        new Dictionary<string, string> { ["system"] = "booking", ["rollup"] = "analytics_daily_revenue" },
        "Revenue of the week");
}
