using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// Databases of sorted sets, for clients of Redis: one partition a database. A chunk of commands is decided in one
/// piece, so transactions and commands about several keys are atomic, and all it changed is one fact, or a few.
/// </summary>
/// <remarks>Its only state is immutable: safe to share between shards.</remarks>
public sealed class SortedSetMachine
    : IMachine<Keyspace>, IDecider<Keyspace, RunCommands, ChunkAnswers>, IDecider<Keyspace, ReadCommands, ChunkAnswers>,
        IApplier<Keyspace, KeyspaceChanged>
{
    /// <summary>The system's wire id.</summary>
    public const byte Id = 24;

    private readonly KeyspaceLimits _limits;

    /// <summary>Makes the machine.</summary>
    /// <param name="limits">How much a database holds; null for the usual.</param>
    /// <exception cref="ArgumentException">A limit is not positive.</exception>
    public SortedSetMachine(KeyspaceLimits? limits = null)
    {
        _limits = limits ?? new KeyspaceLimits();
        _limits.Validate();
    }

    /// <inheritdoc/>
    public byte SystemId => Id;

    /// <inheritdoc/>
    public string Name => "sorted-sets";

    /// <inheritdoc/>
    public Keyspace Create(ulong key) => new(_limits);

    /// <inheritdoc/>
    public ChunkAnswers Decide(Keyspace state, in RunCommands command, Decision decision)
    {
        state.Execution.Changes.Begin(this, decision);
        state.Execution.Run(command.Chunk, decision.TimeMs, mayChange: true);
        return new ChunkAnswers(command.Chunk);
    }

    /// <inheritdoc/>
    public ChunkAnswers Decide(Keyspace state, in ReadCommands command, Decision decision)
    {
        state.Execution.Run(command.Chunk, decision.TimeMs, mayChange: false);
        return new ChunkAnswers(command.Chunk);
    }

    /// <inheritdoc/>
    public void Apply(Keyspace state, in KeyspaceChanged fact, long timeMs)
    {
        if (!fact.IsApplied) new KeyspaceReplay(state, fact.Operations.Span).Run();
    }

    /// <inheritdoc/>
    public void Replay(Keyspace state, in EventHeader header, ref MessagePackReader payload)
    {
        if (header.Type != KeyspaceChanged.TypeId)
            throw new MessagePackFormatException($"Sorted sets have no fact of type {header.Type}.");
        new KeyspaceReplay(state, payload.ReadBinary()).Run();
    }

    /// <inheritdoc/>
    public void Save(Keyspace state, ref MessagePackWriter writer) => state.Save(ref writer);

    /// <inheritdoc/>
    public Keyspace Load(ulong key, ref MessagePackReader reader) => Keyspace.Load(_limits, ref reader);

    /// <inheritdoc/>
    public long NextDueMs(Keyspace state) => state.Keys.NextEndMs;

    /// <inheritdoc/>
    public void OnDue(Keyspace state, Decision decision)
    {
        state.Execution.Changes.Begin(this, decision);
        state.Execution.Changes.Sweep(decision.TimeMs);
    }
}
