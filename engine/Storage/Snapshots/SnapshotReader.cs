using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>
/// Reads saved states, of one piece or of many: of those one at a time is in memory. One state is open at once. Not
/// thread-safe.
/// </summary>
internal sealed class SnapshotReader(ISnapshotStore store) : IPieceSource
{
    private readonly ByteBuffer _bytes = new();
    private SnapshotInfo _info;
    private int[] _lengths = [];
    private int _next;

    /// <summary>How many pieces the open state has; 0 where it is kept as a whole.</summary>
    public int PieceCount => _lengths.Length;

    /// <summary>How long the open state is.</summary>
    public long SizeBytes { get; private set; }

    /// <inheritdoc/>
    public long LeftBytes { get; private set; }

    /// <summary>Opens a partition's latest snapshot.</summary>
    /// <returns>False when there is none.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read just now.</exception>
    public bool TryOpen(PartitionKey key, out SnapshotInfo info)
    {
        _lengths = [];
        _next = 0;
        if (!store.TryRead(key, _bytes, out info)) return false;
        _info = info;
        SizeBytes = _bytes.Length;
        if (!SnapshotPieces.IsHead(_bytes.WrittenSpan)) return true;
        _lengths = SnapshotPieces.ReadHead(_bytes.WrittenSpan);
        SizeBytes = 0;
        foreach (int length in _lengths) SizeBytes += length;
        LeftBytes = SizeBytes;
        return true;
    }

    /// <summary>A reader at the start of the open state; once, and good until another is opened.</summary>
    public MessagePackReader Read() => PieceCount == 0 ? new(_bytes.WrittenSpan) : new(this);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The piece is damaged.</exception>
    /// <exception cref="SnapshotReplacedException">The state has been written anew since it was opened.</exception>
    /// <exception cref="IOException">It cannot be read just now.</exception>
    public ReadOnlySpan<byte> Next()
    {
        int number = _next++;

        // An array of its own: what was read in earlier pieces may still be in use.
        var piece = new ByteBuffer(_lengths[number]);
        bool isThere = store.TryRead(SnapshotPieces.KeyOf(_info.Key, number), piece, out SnapshotInfo info);
        if (isThere && info.Position != _info.Position)
            throw new SnapshotReplacedException(_info, info.Position);
        if (!isThere || piece.Length != _lengths[number])
            throw new InvalidDataException($"Piece {number} of the snapshot of {_info.Key} is not what was written.");
        LeftBytes -= piece.Length;
        return piece.WrittenSpan;
    }
}
