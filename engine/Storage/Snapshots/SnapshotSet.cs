using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>
/// States captured for <see cref="ISnapshotStore.Write"/>: their bytes one behind another, and where each stands. One
/// that gets long is cut into pieces, between two values, and is then several entries (<see cref="SnapshotPieces"/>):
/// no array grows much beyond a piece, however long the state. Not thread-safe.
/// </summary>
public sealed class SnapshotSet
{
    /// <summary>Bytes of a piece: states of most systems are far below, so that they are kept as a whole.</summary>
    public const int DefaultPieceBytes = 32 * 1024 * 1024;

    // Memory the system has to find anew makes encoding up to five times as slow, and the shard stands still meanwhile.
    private const int MaxSpares = 8;
    private const int FirstBytes = 64 * 1024;
    private readonly int _pieceBytes;
    private readonly List<(SnapshotInfo Info, Place At)> _entries = [];
    private readonly List<Place> _pieces = [];
    private readonly List<byte[]> _full = [];
    private readonly Stack<byte[]> _spares = [];
    private readonly ByteBuffer _bytes;
    private long _fullBytes;
    private int _start;

    /// <summary>Makes an empty set.</summary>
    /// <param name="pieceBytes">
    /// How long a state gets before it is cut; a value that is longer is a piece of its own.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A piece would be empty, or longer than 1 GiB.</exception>
    public SnapshotSet(int pieceBytes = DefaultPieceBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pieceBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pieceBytes, 1 << 30);
        _pieceBytes = pieceBytes;
        _bytes = new ByteBuffer(Math.Min(FirstBytes, pieceBytes)) { Full = Cut };
    }

    /// <summary>How many entries are in the set: one a state, and more where it is in pieces.</summary>
    public int Count => _entries.Count;

    /// <summary>The bytes of all states so far.</summary>
    public long SizeBytes => _fullBytes + _bytes.Length;

    /// <summary>Returns the buffer the next state is to be appended to; <see cref="End"/> closes it.</summary>
    public ByteBuffer Begin()
    {
        if (_bytes.Length >= _pieceBytes) GoOn(FirstBytes);
        _start = _bytes.Length;
        _bytes.LimitBytes = _start + _pieceBytes;
        return _bytes;
    }

    /// <summary>Ends the state begun last.</summary>
    /// <param name="info">Whose state it is, and from when.</param>
    /// <param name="knownPieces">How many pieces of the partition a store has at most, which this replaces.</param>
    /// <returns>How many pieces it has; 0 when it is one whole.</returns>
    public int End(in SnapshotInfo info, int knownPieces = 0)
    {
        var rest = new Place(_full.Count, _start, _bytes.Length - _start);
        int pieces = 0;
        if (_pieces.Count == 0)
        {
            _entries.Add((info, rest));
        }
        else
        {
            if (rest.Length > 0) _pieces.Add(rest);
            pieces = _pieces.Count;
            for (int i = 0; i < pieces; i++) AddPiece(in info, i, _pieces[i]);
            AddHead(in info);
            _pieces.Clear();
        }

        for (int i = pieces; i < knownPieces; i++) AddPiece(in info, i, new Place(_full.Count, _bytes.Length, 0));
        return pieces;
    }

    /// <summary>What is known of one entry.</summary>
    public SnapshotInfo Info(int index) => _entries[index].Info;

    /// <summary>The bytes of one entry.</summary>
    public ReadOnlySpan<byte> State(int index) => StateMemory(index).Span;

    /// <summary>The bytes of one entry, for a store that writes asynchronously; valid until the set changes.</summary>
    public ReadOnlyMemory<byte> StateMemory(int index)
    {
        Place at = _entries[index].At;
        ReadOnlyMemory<byte> bytes = at.Array == _full.Count ? _bytes.WrittenMemory : _full[at.Array];
        return bytes.Slice(at.Start, at.Length);
    }

    /// <summary>Says, once it is known, up to which journal position the states were captured.</summary>
    public void SetPosition(long position)
    {
        for (int i = 0; i < _entries.Count; i++)
            _entries[i] = _entries[i] with { Info = _entries[i].Info with { Position = position } };
    }

    /// <summary>Empties the set and keeps the memory of a few pieces.</summary>
    public void Clear()
    {
        foreach (byte[] array in _full)
        {
            if (array.Length == _pieceBytes && _spares.Count < MaxSpares) _spares.Push(array);
        }

        _entries.Clear();
        _pieces.Clear();
        _full.Clear();
        _fullBytes = 0;
        _bytes.Clear();
    }

    private void AddPiece(in SnapshotInfo info, int piece, Place at)
    {
        PartitionKey key = SnapshotPieces.KeyOf(info.Key, piece);
        _entries.Add((new SnapshotInfo(key, info.Position, long.MaxValue), at));
    }

    private void AddHead(in SnapshotInfo info)
    {
        int length = SnapshotPieces.HeadBytes(_pieces.Count);
        _start = _bytes.Length;
        Span<byte> head = _bytes.GetSpan(length)[..length];
        SnapshotPieces.WriteHead(head, _pieces.Count);
        for (int i = 0; i < _pieces.Count; i++) SnapshotPieces.WriteLength(head, i, _pieces[i].Length);
        _bytes.Advance(length);
        _entries.Add((info, new Place(_full.Count, _start, length)));
    }

    private void Cut(int neededBytes)
    {
        if (_bytes.Length > _start) _pieces.Add(new Place(_full.Count, _start, _bytes.Length - _start));
        GoOn(Math.Max(_pieceBytes, neededBytes));
        _start = 0;
        _bytes.LimitBytes = _pieceBytes;
    }

    private void GoOn(int bytes)
    {
        _fullBytes += _bytes.Length;
        if (bytes > _pieceBytes || !_spares.TryPop(out byte[]? array))
            array = GC.AllocateUninitializedArray<byte>(bytes);
        _full.Add(_bytes.Swap(array));
    }

    private readonly record struct Place(int Array, int Start, int Length);
}
