using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Takes an export up: it was queued, or interrupted.</summary>
public readonly record struct BeginExport(long TimeMs, ulong JobId)
    : ICommand<ExportResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
