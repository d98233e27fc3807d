using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Exports.Commands;

/// <summary>An export is not wanted any more; it is kept in the list.</summary>
public readonly record struct CancelExport(long TimeMs, ulong JobId)
    : ICommand<ExportResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
