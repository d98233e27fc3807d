using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Collections;

/// <summary>
/// Nodes of one size, addressed by number, in chunks that never move once they are full-sized. No object a node, so the
/// collector sees a few large arrays of bytes and nothing in them.
/// <code>
/// chunk 0  grows by doubling up to 128 KiB, so that a small tree is small      (then, and only then, nodes move)
/// chunk 1… 128 KiB each
/// free     First → next → …      by <see cref="TreeNodeHeader.Next"/>
/// </code>
/// </summary>
/// <remarks>
/// A <see cref="BlockSpan"/> of a node is good until the next <see cref="Allocate"/>. O(1) amortised; not thread-safe.
/// </remarks>
internal sealed class NodeSlab
{
    public const int ChunkBytes = 1 << ChunkShift;

    private const int ChunkShift = 17;
    private const int Nil = -1;

    private readonly int _sizeShift;
    private readonly int _nodeShift;
    private readonly int _nodeMask;
    private readonly SlabPool? _pool;
    private PinnedBlock[] _chunks = [];
    private int _chunkCount;
    private int _room;
    private int _used;
    private int _firstFree = Nil;

    /// <summary>Makes an empty slab of nodes of 2^<paramref name="sizeShift"/> bytes.</summary>
    public NodeSlab(int sizeShift, SlabPool? pool)
    {
        _sizeShift = sizeShift;
        _nodeShift = ChunkShift - sizeShift;
        _nodeMask = (1 << _nodeShift) - 1;
        _pool = pool;
    }

    /// <summary>Number of nodes in use.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes taken for nodes, and for knowing where they are.</summary>
    public long AllocatedBytes => ((long)_room << _sizeShift) + (_chunks.Length * 16L);

    /// <summary>The node with this number. O(1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockSpan Node(int node) =>
        _chunks[node >> _nodeShift].Span.Part((node & _nodeMask) << _sizeShift, 1 << _sizeShift);

    /// <summary>Takes a node, whose header is all zero and its links nil. O(1) amortised.</summary>
    public int Allocate()
    {
        int node = _firstFree;
        if (node != Nil)
        {
            _firstFree = Header(node).Next;
        }
        else
        {
            if (_used == _room) Grow();
            node = _used++;
        }

        Header(node) = new TreeNodeHeader { Parent = Nil, Prev = Nil, Next = Nil };
        Count++;
        return node;
    }

    /// <summary>Gives a node back. O(1).</summary>
    public void Free(int node)
    {
        Debug.Assert(Count > 0, "The node was taken.");
        Header(node) = new TreeNodeHeader { Parent = Nil, Prev = Nil, Next = _firstFree };
        _firstFree = node;
        Count--;
    }

    /// <summary>Drops all nodes. O(chunks) with a pool, else O(1); nodes are not looked at.</summary>
    public void Clear()
    {
        if (_pool is not null && _room > _nodeMask)
            for (int i = 0; i < _chunkCount; i++) _pool.Give(_chunks[i]);
        _chunks = [];
        _chunkCount = _room = _used = Count = 0;
        _firstFree = Nil;
    }

    private ref TreeNodeHeader Header(int node) => ref Node(node).At<TreeNodeHeader>(0);

    private void Grow()
    {
        if (_room <= _nodeMask)
        {
            GrowFirst();
            return;
        }

        if (_chunkCount == _chunks.Length) Array.Resize(ref _chunks, _chunkCount + (_chunkCount >> 1) + 1);
        _chunks[_chunkCount++] = NewChunk();
        _room += _nodeMask + 1;
    }

    private void GrowFirst()
    {
        int room = Math.Max(1, 2 * _room);
        PinnedBlock chunk = room > _nodeMask ? NewChunk() : new PinnedBlock(room << _sizeShift);
        if (_room > 0) _chunks[0].Bytes[..(_room << _sizeShift)].CopyTo(chunk.Bytes);
        else _chunks = new PinnedBlock[1];
        _chunks[0] = chunk;
        _chunkCount = 1;
        _room = room;
        Debug.Assert(BitOperations.IsPow2(room), "The first chunk doubles until it is full-sized.");
    }

    private PinnedBlock NewChunk() => _pool is null ? new PinnedBlock(ChunkBytes) : _pool.Take();
}
