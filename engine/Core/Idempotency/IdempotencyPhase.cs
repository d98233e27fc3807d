namespace Catalog.Engine.Core.Idempotency;

/// <summary>Which part of an idempotent operation a command is.</summary>
public enum IdempotencyPhase : byte
{
    /// <summary>The command is the whole operation: its answer is stored with its effect.</summary>
    Whole = 0,

    /// <summary>
    /// The command begins an operation that a later one ends: until then repeats are told it is running.
    /// </summary>
    Start,

    /// <summary>The command ends an operation begun earlier: its answer is stored.</summary>
    Finish,
}
