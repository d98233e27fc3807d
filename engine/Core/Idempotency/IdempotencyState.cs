namespace Catalog.Engine.Core.Idempotency;

/// <summary>What the table knows of a key.</summary>
public enum IdempotencyState : byte
{
    /// <summary>Nothing: never seen, or longer ago than keys are kept.</summary>
    Unknown = 0,

    /// <summary>An operation with this key has begun and has no answer yet.</summary>
    Running,

    /// <summary>An operation with this key was answered.</summary>
    Answered,

    /// <summary>The key was used with another payload.</summary>
    OtherPayload,
}
