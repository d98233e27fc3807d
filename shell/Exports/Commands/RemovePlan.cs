using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Ends a report.</summary>
public readonly record struct RemovePlan(long TimeMs, ulong PlanId)
    : ICommand<ExportResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
