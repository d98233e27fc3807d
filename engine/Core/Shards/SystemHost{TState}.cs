using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// A machine as the shard sees it. A partition's snapshot is an envelope of the core's own part and the machine's:
/// <c>[version, last time, idempotency table | nil, state]</c>.
/// </summary>
internal sealed class SystemHost<TState>(IMachine<TState> machine) : SystemHost
    where TState : class
{
    /// <summary>The most partitions worth preparing at once: enough to overlap, few enough to stay cached.</summary>
    public const int MaxPrefetch = 16;

    private const ulong EnvelopeVersion = 1;

    private readonly IPrefetching<TState>? _prefetching = machine as IPrefetching<TState>;

    /// <summary>The system's logic.</summary>
    public IMachine<TState> Machine { get; } = machine;

    public override byte SystemId => Machine.SystemId;

    public override string Name => Machine.Name;

    /// <summary>The machine's decider for one kind of command.</summary>
    /// <exception cref="InvalidOperationException">The machine does not decide such commands.</exception>
    public IDecider<TState, TCommand, TResult> DeciderOf<TCommand, TResult>()
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult> =>
        Machine as IDecider<TState, TCommand, TResult>
        ?? throw new InvalidOperationException($"{Machine.GetType().Name} does not decide {typeof(TCommand).Name}.");

    /// <summary>
    /// Has what the next commands will need fetched into the cache, as far as it is in memory at all. O(keys); 0 B.
    /// </summary>
    public void Prefetch(PartitionTable partitions, ReadOnlySpan<ulong> keys)
    {
        if (_prefetching is null || keys.Length < 2) return;
        StateGroup group = default;
        Span<TState> states = group;
        int count = 0;
        foreach (ulong key in keys)
        {
            if (partitions.FindLoaded(new PartitionKey(SystemId, key)) is Partition<TState> partition)
                states[count++] = partition.State;
        }

        _prefetching.Prefetch(states[..count]);
    }

    public override Partition Create(ulong key) =>
        new Partition<TState>(new PartitionKey(SystemId, key), this, Machine.Create(key));

    public override Partition Load(ulong key, ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        ulong version = reader.ReadUInt64();
        if (version != EnvelopeVersion) throw new InvalidDataException($"Snapshot version {version} is not known.");
        long lastTimeMs = reader.ReadInt64();
        IdempotencyTable? table = reader.ReadBoolean() ? IdempotencyTable.Load(ref reader) : null;
        TState state = Machine.Load(key, ref reader);
        return new Partition<TState>(new PartitionKey(SystemId, key), this, state)
        {
            Idempotency = table,
            LastTimeMs = lastTimeMs,
            Status = PartitionStatus.Stored,
        };
    }

    public override void Save(Partition partition, ByteBuffer into)
    {
        var writer = new MessagePackWriter(into);
        writer.WriteArrayHeader(4);
        writer.Write(EnvelopeVersion);
        writer.Write(partition.LastTimeMs);
        writer.Write(partition.Idempotency is not null);
        partition.Idempotency?.Save(ref writer);
        Machine.Save(((Partition<TState>)partition).State, ref writer);
        writer.Flush();
    }

    public override void Replay(Partition partition, in EventHeader header, ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        if (header.Type == IdempotencyRecorded.TypeId)
        {
            IdempotencyRecorded fact = IdempotencyRecorded.Read(ref reader, header.Version);
            partition.Remember(fact.Key, fact.IsAnswered, fact.Answer.Span, header.TimeMs);
        }
        else
        {
            Machine.Replay(((Partition<TState>)partition).State, in header, ref reader);
        }

        partition.LastTimeMs = Math.Max(partition.LastTimeMs, header.TimeMs);
        partition.Status = PartitionStatus.Dirty;
    }

    public override long NextDueMs(Partition partition) => Machine.NextDueMs(((Partition<TState>)partition).State);

    public override void OnDue(Partition partition, Decision decision) =>
        Machine.OnDue(((Partition<TState>)partition).State, decision);

    // Not readonly: the language fills an inline array through its elements.
    [InlineArray(MaxPrefetch)]
    private struct StateGroup
    {
        private TState _first;
    }
}
