using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Collections;

/// <summary>
/// Chunks of memory that trees gave back and others may take: a window that is dropped feeds the one that begins, and
/// the garbage collector is not asked. Bounded. O(1) a chunk; not thread-safe, one a shard.
/// </summary>
public sealed class SlabPool
{
    private readonly Stack<PinnedBlock> _free = [];
    private readonly int _maxChunks;

    /// <summary>Creates an empty pool.</summary>
    /// <param name="maxBytes">Most bytes it keeps; what comes back beyond that is left to the collector.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public SlabPool(long maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        _maxChunks = (int)Math.Min(int.MaxValue, maxBytes / NodeSlab.ChunkBytes);
    }

    /// <summary>Bytes it keeps for the next one who asks.</summary>
    public long FreeBytes => (long)_free.Count * NodeSlab.ChunkBytes;

    internal PinnedBlock Take() => _free.TryPop(out PinnedBlock chunk) ? chunk : new PinnedBlock(NodeSlab.ChunkBytes);

    internal void Give(PinnedBlock chunk)
    {
        if (_free.Count < _maxChunks) _free.Push(chunk);
    }
}
