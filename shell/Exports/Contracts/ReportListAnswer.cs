namespace Catalog.Shell.Exports.Contracts;

/// <summary>Every report.</summary>
/// <param name="Items">Oldest first.</param>
public sealed record ReportListAnswer(
    IReadOnlyList<ReportAnswer> Items);
