using Catalog.Shell.Http;

namespace Catalog.Shell.Exports.Contracts;

/// <summary>Every report.</summary>
/// <param name="Items">Oldest first.</param>
public sealed record ReportListAnswer(
    IReadOnlyList<ReportAnswer> Items) : IExampled<ReportListAnswer>
{
    /// <inheritdoc/>
    public static ReportListAnswer Example => new([ReportAnswer.Example]);
}
