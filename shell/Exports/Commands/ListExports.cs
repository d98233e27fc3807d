using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Everything there is.</summary>
public readonly record struct ListExports(long TimeMs)
    : IQuery<ExportListing>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
