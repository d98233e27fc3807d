using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>An alert is over.</summary>
public readonly record struct ResolveAlert(long TimeMs, ulong AlertId, ulong UserId, string? Note)
    : ICommand<AlertResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
