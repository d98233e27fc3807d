using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Machines;

/// <summary>
/// Where a decider records the facts it decides on. <see cref="Emit{TMachine,TState,TEvent}"/> encodes a fact for the
/// journal and applies it to the state in one step, so that what is written and what is remembered cannot differ.
/// </summary>
/// <remarks>One instance a shard, reused for every command; never kept beyond the call. Not thread-safe.</remarks>
public sealed class Decision
{
    private ByteBuffer _records = new(1);

    /// <summary>The time the facts happen at: the command's, milliseconds since 1970.</summary>
    public long TimeMs { get; private set; }

    /// <summary>The partition being decided on.</summary>
    public PartitionKey Partition { get; private set; }

    /// <summary>How many facts have been emitted since <see cref="Begin"/>.</summary>
    public int EmittedCount { get; private set; }

    /// <summary>
    /// How many of them are effects of the command, rather than upkeep it happened to do first. A keyed command that
    /// had no effect is not remembered: repeating it decides anew.
    /// </summary>
    public int EffectCount { get; private set; }

    /// <summary>
    /// Encodes <paramref name="fact"/> for the journal and applies it to <paramref name="state"/>. O(size of the fact).
    /// </summary>
    public void Emit<TMachine, TState, TEvent>(TMachine machine, TState state, in TEvent fact)
        where TMachine : IApplier<TState, TEvent>
        where TState : class
        where TEvent : struct, IEvent<TEvent>
    {
        Record(in fact);
        EffectCount++;
        machine.Apply(state, in fact, TimeMs);
    }

    /// <summary>
    /// As <see cref="Emit{TMachine,TState,TEvent}"/>, for a fact that time alone brought about (a hold that lapsed) and
    /// that would have happened without the command, too.
    /// </summary>
    public void EmitUpkeep<TMachine, TState, TEvent>(TMachine machine, TState state, in TEvent fact)
        where TMachine : IApplier<TState, TEvent>
        where TState : class
        where TEvent : struct, IEvent<TEvent>
    {
        Record(in fact);
        machine.Apply(state, in fact, TimeMs);
    }

    /// <summary>Points the decision at the next command.</summary>
    internal void Begin(ByteBuffer records, PartitionKey partition, long timeMs)
    {
        _records = records;
        Partition = partition;
        TimeMs = timeMs;
        EmittedCount = 0;
        EffectCount = 0;
    }

    /// <summary>
    /// Encodes a fact without applying it: for the core's own facts, whose state the core keeps itself.
    /// </summary>
    internal void Record<TEvent>(in TEvent fact)
        where TEvent : struct, IEvent<TEvent>
    {
        int start = RecordHeader.Reserve(_records);
        var writer = new MessagePackWriter(_records);
        fact.Write(ref writer);
        writer.Flush();
        var header = new EventHeader(0, Partition, TEvent.TypeId, TEvent.Version, TimeMs);
        RecordHeader.WriteEvent(_records, start, in header);
        EmittedCount++;
    }
}
