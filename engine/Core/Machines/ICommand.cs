using Catalog.Engine.Core.Idempotency;

namespace Catalog.Engine.Core.Machines;

/// <summary>
/// A request to one partition. It carries everything that deciding it needs from outside: its time, its ids, its
/// randomness; so deciding is a pure function of command and state. Implement it on a <c>readonly record struct</c>.
/// </summary>
/// <typeparam name="TResult">What the caller gets back.</typeparam>
public interface ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    /// <summary>When the command was made: milliseconds since 1970-01-01T00:00Z by the engine's clock.</summary>
    long TimeMs { get; }

    /// <summary>The idempotency key and payload hash, or <c>default</c> when the command may repeat.</summary>
    IdempotencyKey Idempotency { get; }
}
