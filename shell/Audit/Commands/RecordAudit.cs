using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Audit.Commands;

/// <summary>Records what an operator did.</summary>
public readonly record struct RecordAudit(long TimeMs, AuditEntry Entry) : ICommand<AuditPage>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
