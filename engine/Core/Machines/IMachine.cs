using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Machines;

/// <summary>
/// One system's logic: how a partition's state comes to be, how facts change it, how it is saved. Commands are decided
/// by <see cref="IDecider{TState,TCommand,TResult}"/> and facts applied by <see cref="IApplier{TState,TEvent}"/>, which
/// the same class implements once per command and per fact.
/// </summary>
/// <remarks>
/// A machine is stateless (or its state is immutable or thread-safe): several shards call it at once, each with its
/// own partitions. It reads no clock, no randomness and no outside world; the same facts always give the same state.
/// </remarks>
/// <typeparam name="TState">A partition's state; only its shard touches it.</typeparam>
public interface IMachine<TState>
    where TState : class
{
    /// <summary>The system's wire id, 1 to 255, never reused.</summary>
    byte SystemId { get; }

    /// <summary>The system's name in paths, logs and meters: lower case, no spaces.</summary>
    string Name { get; }

    /// <summary>Makes the state of a partition nothing has happened to yet.</summary>
    TState Create(ulong key);

    /// <summary>Decodes one fact from the journal and applies it, with the very code that applied it live.</summary>
    /// <exception cref="MessagePackFormatException">The payload is not what its type and version say.</exception>
    void Replay(TState state, in EventHeader header, ref MessagePackReader payload);

    /// <summary>Encodes the whole state.</summary>
    void Save(TState state, ref MessagePackWriter writer);

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    TState Load(ulong key, ref MessagePackReader reader);

    /// <summary>
    /// When the partition next wants <see cref="OnDue"/>, in milliseconds since 1970, or <see cref="long.MaxValue"/>.
    /// Asked after every command, so O(1).
    /// </summary>
    long NextDueMs(TState state);

    /// <summary>
    /// Time has passed <see cref="NextDueMs"/>: record what follows from that. It only announces: whatever depends on
    /// time must already hold without it. Must move <see cref="NextDueMs"/> forward.
    /// </summary>
    void OnDue(TState state, Decision decision);
}
