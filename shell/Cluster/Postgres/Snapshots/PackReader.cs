using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Blobs;

namespace Catalog.Shell.Cluster.Postgres.Snapshots;

/// <summary>
/// Reads states out of packs, in blocks of which the latest are kept: neighbours in a pack were saved together and are
/// wanted together when a shard comes. Packs never change, so a block is good for ever. Thread-safe.
/// </summary>
internal sealed class PackReader(IBlobStore blobs, int cachedBlocks)
{
    private const int BlockBytes = 128 * 1024;
    private readonly Lock _gate = new();
    private readonly Dictionary<(long Pack, int Block), byte[]> _blocks = [];
    private readonly Queue<(long Pack, int Block)> _order = new();

    /// <summary>The name of a pack's blob.</summary>
    internal static string NameOf(long pack) => $"{Folder}{pack:x16}";

    /// <summary>Where packs stand.</summary>
    internal const string Folder = "snapshots/";

    /// <summary>Reads a state.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="state">Cleared and filled.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <returns>False when it does not have its checksum.</returns>
    /// <exception cref="BlobMissingException">The pack is gone.</exception>
    /// <exception cref="IOException">The store did not answer.</exception>
    internal async ValueTask<bool> TryReadAsync(SnapshotPlace place, ByteBuffer state, CancellationToken cancel)
    {
        state.Clear();
        if (await TryFillAsync(place, state, cancel) && Crc32C.Of(state.WrittenSpan) == place.Crc) return true;

        // Perhaps it was spoilt on its way: once more, from where it is kept.
        Forget(place);
        state.Clear();
        return await TryFillAsync(place, state, cancel) && Crc32C.Of(state.WrittenSpan) == place.Crc;
    }

    private async ValueTask<bool> TryFillAsync(SnapshotPlace place, ByteBuffer state, CancellationToken cancel)
    {
        if (place.Length > BlockBytes)
        {
            byte[] whole = new byte[place.Length];
            int read = await blobs.ReadAsync(NameOf(place.Pack), place.Start, whole, cancel);
            state.Write(whole.AsSpan(0, read));
            return read == place.Length;
        }

        int left = place.Length;
        for (int at = place.Start; left > 0;)
        {
            byte[] block = await BlockAsync(place.Pack, at / BlockBytes, cancel);
            int start = at % BlockBytes;
            int count = Math.Min(left, block.Length - start);
            if (count <= 0) return false;
            state.Write(block.AsSpan(start, count));
            at += count;
            left -= count;
        }

        return true;
    }

    private async ValueTask<byte[]> BlockAsync(long pack, int block, CancellationToken cancel)
    {
        lock (_gate)
            if (_blocks.TryGetValue((pack, block), out byte[]? known)) return known;
        byte[] bytes = new byte[BlockBytes];
        int read = await blobs.ReadAsync(NameOf(pack), (long)block * BlockBytes, bytes, cancel);
        if (read < bytes.Length) Array.Resize(ref bytes, read);
        Keep(pack, block, bytes);
        return bytes;
    }

    private void Keep(long pack, int block, byte[] bytes)
    {
        lock (_gate)
        {
            if (!_blocks.TryAdd((pack, block), bytes)) return;
            _order.Enqueue((pack, block));
            while (_order.Count > cachedBlocks) _blocks.Remove(_order.Dequeue());
        }
    }

    private void Forget(SnapshotPlace place)
    {
        // Its place in the order stays, which lets another block go a little sooner.
        lock (_gate)
            for (int at = place.Start / BlockBytes; at <= (place.Start + place.Length) / BlockBytes; at++)
                _blocks.Remove((place.Pack, at));
    }
}
