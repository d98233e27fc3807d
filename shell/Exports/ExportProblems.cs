using Catalog.Shell.Http;

namespace Catalog.Shell.Exports;

/// <summary>The problems of exports and reports.</summary>
internal static class ExportProblems
{
    internal static readonly ProblemCode Full = new("exports_full", 409, "There are as many as are kept.",
        "Wait until an export is over, or remove a report that is not needed.");

    internal static readonly ProblemCode Over = new("export_over", 409, "The export is over.",
        "There is nothing left to cancel.");

    internal static readonly ProblemCode Unavailable = new("exports_unavailable", 503, "Files cannot be fetched now.",
        "Where exported files are kept does not answer. Try again later.")
    { RetryAfterSeconds = 5 };

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<ProblemCode> All { get; } = [Full, Over, Unavailable];
}
