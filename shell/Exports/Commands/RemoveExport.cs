using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Forgets an export.</summary>
public readonly record struct RemoveExport(long TimeMs, ulong JobId)
    : ICommand<ExportResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
