using Catalog.Shell.Http;

namespace Catalog.Shell.Exports.Contracts;

/// <summary>A page of exports, newest first.</summary>
public sealed record ExportListAnswer(IReadOnlyList<ExportAnswer> Items, bool HasMore) : IExampled<ExportListAnswer>
{
    /// <inheritdoc/>
    public static ExportListAnswer Example => new([ExportAnswer.Example], false);

    /// <summary>Where the next page begins; absent at the end.</summary>
    public string? NextCursor { get; init; }
}
