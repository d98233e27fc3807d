using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Every rule and alert.</summary>
public readonly record struct ListAlerts(long TimeMs)
    : IQuery<AlertListing>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
