using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Lists the accounts whose sessions were ended at least once, by ascending id.</summary>
public readonly record struct ListEpochs(long TimeMs, ulong AfterUserId) : IQuery<EpochsAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
