using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Consumers;

/// <summary>
/// Something that happens because of facts: a saga, a notification, a table in another database. It is told of every
/// fact it wants, in order, at least once: after a crash the last ones come again, so its effects are idempotent by
/// <see cref="EventHeader.Position"/>.
/// </summary>
public interface IEventConsumer
{
    /// <summary>
    /// The name its offset is kept under, never reused: lower-case letters, digits, '-', '_' and '.', at most 100.
    /// </summary>
    string Name { get; }

    /// <summary>Whether a fact is wanted. Called for every fact there is: quick, without side effects.</summary>
    bool Wants(in EventHeader header);

    /// <summary>
    /// Does what follows from a fact. One call at a time. An exception means it is to be tried again: later, and in
    /// the end by an operator; a <see cref="ConsumerNotReadyException"/>, for as long as it takes.
    /// </summary>
    /// <param name="envelope">The fact; its payload is valid until the returned task completes.</param>
    /// <param name="cancel">The consumer is being stopped.</param>
    ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel);

    /// <summary>
    /// Makes durable what was done so far: called before the offset is saved, so that a consumer may write much and
    /// sync once. An exception leaves the offset where it was; it is tried again.
    /// </summary>
    /// <param name="cancel">The consumer is being stopped.</param>
    ValueTask FlushAsync(CancellationToken cancel) => default;
}
