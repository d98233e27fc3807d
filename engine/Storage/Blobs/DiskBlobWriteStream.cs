using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Blobs;

/// <summary>Writes a blob's file and makes it durable with its last block. Not thread-safe.</summary>
internal sealed class DiskBlobWriteStream(IDiskFile file) : BlobWriteStream(BlockBytes, hasFooter: true)
{
    private const int BlockBytes = 256 * 1024;

    // As SnapshotPackWriter: the journal's own syncs get in between, and do not wait for one of a whole large file.
    private const int SyncBytes = 1024 * 1024;

    private long _written;
    private long _synced;

    /// <inheritdoc/>
    protected override ValueTask<byte[]> WriteBlockAsync(
        byte[] block, int count, bool isLast, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        file.Write(_written, block.AsSpan(0, count));
        _written += count;
        if (isLast || _written - _synced >= SyncBytes)
        {
            file.Sync();
            _synced = _written;
        }

        return ValueTask.FromResult(block);
    }
}
