using Catalog.Shell.Http;

namespace Catalog.Shell.Exports.Contracts;

/// <summary>What is asked for.</summary>
/// <param name="Source">What is exported: a name of <c>GET …/exports/sources</c>.</param>
/// <param name="Format"><c>csv</c> or <c>pdf</c>.</param>
/// <param name="Arguments">What it is narrowed by.</param>
/// <param name="Title">Its title; the source's unless given.</param>
public sealed record ExportRequest(
    string Source,
    string Format,
    IReadOnlyDictionary<string, string>? Arguments = null,
    string? Title = null) : IExampled<ExportRequest>
{
    /// <inheritdoc/>
    public static ExportRequest Example => new(
        "rollup", "csv",
        new Dictionary<string, string>
        {
            ["system"] = "booking", ["rollup"] = "analytics_daily_revenue", ["from"] = "2027-01-01",
            ["to"] = "2027-02-01",
        },
        "Revenue in January");
}
