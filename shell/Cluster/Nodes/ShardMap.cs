namespace Catalog.Shell.Cluster.Nodes;

/// <summary>A shard map that is told what it knows. Thread-safe.</summary>
/// <param name="self">This node.</param>
/// <param name="shardCount">How many shards there are.</param>
internal sealed class ShardMap(NodeAddress self, int shardCount) : IShardMap
{
    private readonly Lock _lock = new();
    private volatile NodeAddress?[] _owners = new NodeAddress?[shardCount];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _version;

    /// <inheritdoc/>
    public NodeAddress Self { get; } = self;

    /// <inheritdoc/>
    public long Version => Volatile.Read(ref _version);

    /// <inheritdoc/>
    public bool TryFindOwner(int shard, out NodeAddress address)
    {
        NodeAddress? owner = _owners[shard];
        address = owner.GetValueOrDefault();
        return owner is not null;
    }

    /// <inheritdoc/>
    public Task WaitForChangeAsync(long version, CancellationToken cancel)
    {
        lock (_lock) return _version != version ? Task.CompletedTask : _changed.Task.WaitAsync(cancel);
    }

    /// <summary>Tells those who wait to look again: a shard has come here, which this map does not say.</summary>
    public void Touch()
    {
        lock (_lock) Tell();
    }

    /// <summary>Replaces what is known; nobody is told when it is the same. O(shards).</summary>
    /// <exception cref="ArgumentException">There are more or fewer shards.</exception>
    public void Replace(ReadOnlySpan<NodeAddress?> owners)
    {
        if (owners.Length != _owners.Length) throw new ArgumentException($"{_owners.Length} shards.", nameof(owners));
        lock (_lock)
        {
            if (owners.SequenceEqual(_owners)) return;
            _owners = owners.ToArray();
            Tell();
        }
    }

    private void Tell()
    {
        _version++;
        _changed.SetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
