using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Raises an alert, unless there is one about the same.</summary>
public readonly record struct RaiseAlert(long TimeMs, Alert Alert)
    : ICommand<AlertResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
