using System.Diagnostics;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Storage.Blobs;

/// <summary>
/// The stream a blob's content is written into: cuts it into blocks for the store, and counts and sums it up. Made for
/// stores. Not thread-safe. Holds one block, and of a small blob no more
/// than twice its size.
/// </summary>
public abstract class BlobWriteStream : Stream
{
    private const int FirstBytes = 32 * 1024;
    private readonly int _blockBytes;
    private readonly int _tailBytes;
    private byte[] _block;
    private int _filled;
    private long _contentBytes;
    private uint _crc;
    private bool _isEnded;

    /// <summary>Makes the stream.</summary>
    /// <param name="blockBytes">Bytes of every block but the last.</param>
    /// <param name="hasFooter">Whether the store wants a <see cref="BlobFooter"/> behind the content.</param>
    protected BlobWriteStream(int blockBytes, bool hasFooter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockBytes, BlobFooter.SizeBytes);
        _blockBytes = blockBytes;
        _block = new byte[Math.Min(blockBytes, FirstBytes)];
        _tailBytes = hasFooter ? BlobFooter.SizeBytes : 0;
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => !_isEnded;

    /// <inheritdoc/>
    public override long Length => _contentBytes;

    /// <inheritdoc/>
    public override long Position
    {
        get => _contentBytes;
        set => throw new NotSupportedException();
    }

    /// <summary>Writes the rest, and says what was written. Nothing is taken any more. Called by the store.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="cancel">Gives it up.</param>
    public async ValueTask<BlobInfo> EndAsync(string name, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_isEnded, this);
        uint crc = _crc;
        long size = _contentBytes;
        if (_tailBytes > 0)
        {
            byte[] footer = new byte[_tailBytes];
            BlobFooter.Write(footer, size, crc);
            await FillAsync(footer, cancel);
        }

        _isEnded = true;
        await WriteBlockAsync(_block, _filled, isLast: true, cancel);
        return new BlobInfo(name, size, crc);
    }

    /// <inheritdoc/>
    public sealed override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isEnded, this);
        _contentBytes += buffer.Length;
        _crc = Crc32C.Append(_crc, buffer.Span);
        await FillAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public sealed override Task WriteAsync(
        byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public sealed override void Write(byte[] buffer, int offset, int count) =>
        WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public sealed override void Flush()
    {
    }

    /// <inheritdoc/>
    public sealed override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public sealed override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public sealed override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Takes a block; the last one comes exactly once, and may be empty.</summary>
    /// <param name="block">The block; the store's until it returns.</param>
    /// <param name="count">How many bytes of it count.</param>
    /// <param name="isLast">Whether none follows.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <returns>The array to fill next, of a whole block's length: the same, or another one.</returns>
    protected abstract ValueTask<byte[]> WriteBlockAsync(
        byte[] block, int count, bool isLast, CancellationToken cancel);

    private async ValueTask FillAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        while (!bytes.IsEmpty)
        {
            if (_filled == _blockBytes)
            {
                _block = await WriteBlockAsync(_block, _filled, isLast: false, cancel);
                Debug.Assert(_block.Length == _blockBytes, "Blocks are of one length.");
                _filled = 0;
            }

            if (_filled == _block.Length)
                Array.Resize(ref _block, (int)Math.Min(_blockBytes, 2L * _block.Length));
            int count = Math.Min(bytes.Length, _block.Length - _filled);
            bytes[..count].CopyTo(_block.AsMemory(_filled));
            _filled += count;
            bytes = bytes[count..];
        }
    }
}
