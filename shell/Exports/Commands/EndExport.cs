using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Says what became of an export that was taken up.</summary>
public readonly record struct EndExport(long TimeMs, ulong JobId, ExportEnding Ending)
    : ICommand<ExportResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
