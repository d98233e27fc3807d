using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Tests.Core.Shards;

internal readonly record struct AddToTally(
    long TimeMs, long Amount, IdempotencyKey Idempotency = default, long WakeAtMs = 0) : ICommand<TallyResult>;
