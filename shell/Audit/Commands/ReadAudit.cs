using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Audit.Commands;

/// <summary>Looks through a day, newest first.</summary>
/// <param name="TimeMs">Now.</param>
/// <param name="Before">Only entries with a smaller number.</param>
/// <param name="Limit">As many at most.</param>
/// <param name="Filter">Which.</param>
public readonly record struct ReadAudit(long TimeMs, int Before, int Limit, AuditFilter Filter) : IQuery<AuditPage>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
