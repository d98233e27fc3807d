using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// The engine: machines on shards on a journal. Add machines, start it, send commands through their handles, dispose
/// it.
/// <code>
/// command ─► shard mailbox ─► Decide ─► facts ─► Apply ─► journal (one sync a batch) ─► answer
/// </code>
/// </summary>
/// <remarks>
/// Everything acknowledged is durable. A failed write or sync ends the process through
/// <see cref="EngineOptions.FailStop"/>. All public members are thread-safe once the engine is started; adding machines
/// is not.
/// </remarks>
public sealed partial class CatalogEngine : IAsyncDisposable
{
    private readonly EngineOptions _options;
    private readonly EngineStorage _storage;
    private readonly Dictionary<byte, SystemHost> _hosts = [];
    private readonly Shard[] _shards;
    private readonly Checkpointer _checkpointer;
    private volatile bool _acceptsCommands;
    private bool _isRecovered;

    /// <summary>Makes an engine; it does nothing until it is started.</summary>
    /// <param name="options">Sizes and call-backs.</param>
    /// <param name="storage">What it stands on; disposed with the engine.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    public CatalogEngine(EngineOptions options, EngineStorage storage)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(storage);
        options.Validate();
        _options = options;
        _storage = storage;
        _shards = new Shard[options.Shards];
        for (int i = 0; i < _shards.Length; i++) _shards[i] = new Shard(i, options, storage, _hosts);
        _checkpointer = new Checkpointer(options, storage, _shards) { Signal = WakeHousekeeping };
    }

    /// <summary>What the engine stands on.</summary>
    public EngineStorage Storage => _storage;

    /// <summary>
    /// How many facts recovery found behind the snapshots, and how long it took; known after the start.
    /// </summary>
    public RecoveryReport Recovered { get; private set; }

    /// <summary>How far the snapshots are. O(1), thread-safe.</summary>
    public CheckpointStatus CheckpointStatus =>
        new(_checkpointer.Watermark, _checkpointer.PassCount, _checkpointer.IsRunning);

    /// <summary>Whether commands are taken: between start and disposal.</summary>
    internal bool AcceptsCommands => _acceptsCommands;

    internal IReadOnlyList<Shard> Shards => _shards;

    internal Checkpointer Checkpoints => _checkpointer;

    /// <summary>Adds a system.</summary>
    /// <param name="machine">Its logic.</param>
    /// <returns>The way to its partitions.</returns>
    /// <exception cref="InvalidOperationException">The engine was started already, or the system id is taken or
    /// 0.</exception>
    public SystemHandle<TState> Add<TState>(IMachine<TState> machine)
        where TState : class
    {
        ArgumentNullException.ThrowIfNull(machine);
        if (_isRecovered) throw new InvalidOperationException("Systems are added before the engine is started.");
        var host = new SystemHost<TState>(machine);
        if (host.SystemId == 0 || !_hosts.TryAdd(host.SystemId, host))
            throw new InvalidOperationException($"System id {host.SystemId} of '{host.Name}' is taken.");
        return new SystemHandle<TState>(this, host);
    }

    /// <summary>How the shards are doing. O(shards), allocates the array, thread-safe.</summary>
    public ShardStatus[] ReadShards() => Array.ConvertAll(_shards, static shard => shard.Status);

    /// <summary>The shard a partition belongs to. O(1).</summary>
    internal Shard ShardOf(PartitionKey key) => _shards[(int)(key.StableHash() % (ulong)_shards.Length)];

    internal Shard ShardAt(int index) => _shards[index];

    /// <summary>Loads and replays; the shards' loops do not run yet.</summary>
    internal void Recover()
    {
        if (_isRecovered) throw new InvalidOperationException("The engine was started already.");
        _isRecovered = true;
        long startedAt = _options.Time.GetTimestamp();
        if (_options.StartsOwning)
        {
            _checkpointer.Load();
            var recovery = new Recovery(_storage, _shards, _hosts);
            recovery.Run(_checkpointer.Watermark);
            Recovered = new RecoveryReport(
                recovery.EventCount, recovery.AppliedCount, _options.Time.GetElapsedTime(startedAt));
        }

        _acceptsCommands = true;
    }
}
