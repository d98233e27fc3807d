using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Tests.Core.Shards;

internal readonly record struct ReadTally(long TimeMs) : IQuery<TallyResult>
{
    public IdempotencyKey Idempotency => default;
}
