using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Somebody has seen an alert.</summary>
public readonly record struct AcknowledgeAlert(long TimeMs, ulong AlertId, ulong UserId)
    : ICommand<AlertResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
