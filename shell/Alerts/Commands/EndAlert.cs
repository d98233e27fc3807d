using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>What a system raised an alert about is over.</summary>
public readonly record struct EndAlert(long TimeMs, string System, string Key)
    : ICommand<AlertResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
