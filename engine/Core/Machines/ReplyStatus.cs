namespace Catalog.Engine.Core.Machines;

/// <summary>What became of a command, before anything of its own answer is looked at.</summary>
public enum ReplyStatus : byte
{
    /// <summary>
    /// Decided, and everything it caused is durable; <see cref="Reply{TResult}.Value"/> is the answer.
    /// </summary>
    Done = 0,

    /// <summary>
    /// The same command was answered before; <see cref="Reply{TResult}.Value"/> is that answer, nothing happened again.
    /// </summary>
    Repeated,

    /// <summary>The mailbox is full; nothing happened. Try again later.</summary>
    Busy,

    /// <summary>The idempotency key was used before with another payload; nothing happened.</summary>
    KeyReused,

    /// <summary>A command with this idempotency key is under way and has no answer yet; nothing happened.</summary>
    KeyRunning,

    /// <summary>The disk has no room for another journal segment; nothing happened.</summary>
    StorageFull,

    /// <summary>The engine is shutting down; nothing happened.</summary>
    Stopping,

    /// <summary>The decider threw before it recorded anything; nothing happened. The exception is in the log.</summary>
    Faulted,

    /// <summary>
    /// Another node owns the partition, or is about to: nothing happened. Sent again, it finds its way.
    /// </summary>
    Moved,

    /// <summary>
    /// The node lost its place before it knew whether the command was durable: it may have happened. Sent again with
    /// the same idempotency key, it happens once.
    /// </summary>
    Unconfirmed,
}
