using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Removes a rule; its alert is over.</summary>
public readonly record struct RemoveRule(long TimeMs, ulong RuleId, ulong UserId)
    : ICommand<AlertResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
