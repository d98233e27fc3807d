namespace Catalog.Shell.Exports.Contracts;

/// <summary>Everything that can be exported.</summary>
/// <param name="Items">By name.</param>
public sealed record ExportSourceListAnswer(
    IReadOnlyList<ExportSourceAnswer> Items);
