using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>A command a client posted: what it asked, what the shard made of it, what it was answered.</summary>
internal abstract class ClientCommand(ulong showtimeId, IdempotencyKey key)
{
    internal ulong ShowtimeId { get; } = showtimeId;

    internal IdempotencyKey Key { get; } = key;

    /// <summary>The command itself, boxed.</summary>
    internal abstract object Command { get; }

    internal abstract long TimeMs { get; }

    internal abstract bool IsQuery { get; }

    /// <summary>The batch it was decided in; null while it waits in the mailbox.</summary>
    internal TracedBatch? Batch { get; set; }

    /// <summary>The answer that follows from what was decided, known before it is given.</summary>
    internal ReplyStatus ExpectedStatus { get; set; }

    internal byte[]? ExpectedAnswer { get; set; }

    internal abstract bool IsCompleted { get; }

    /// <summary>Hands it to the engine.</summary>
    internal abstract void Post(SystemHandle<ShowtimeState> handle, long nowMs);

    /// <summary>The answer, once.</summary>
    internal abstract (ReplyStatus Status, byte[] Answer) Take();

    /// <summary>The same request once more, under this key.</summary>
    internal abstract ClientCommand Again(IdempotencyKey key);
}
