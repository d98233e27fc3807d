using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Says whether a rule's condition holds now.</summary>
public readonly record struct ObserveRule(long TimeMs, ulong RuleId, bool IsMet, double Value)
    : ICommand<AlertResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
