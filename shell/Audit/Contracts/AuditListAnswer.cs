using Catalog.Shell.Http;

namespace Catalog.Shell.Audit.Contracts;

/// <summary>A page of the audit log, newest first.</summary>
public sealed record AuditListAnswer(IReadOnlyList<AuditEntryAnswer> Items, bool HasMore) : IExampled<AuditListAnswer>
{
    /// <inheritdoc/>
    public static AuditListAnswer Example => new([AuditEntryAnswer.Example], false);

    /// <summary>Where the next page begins; absent at the end.</summary>
    public string? NextCursor { get; init; }
}
