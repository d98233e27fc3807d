using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Storage.Blobs;

/// <summary>
/// A blob as a stream that can be read and sought: it reads blocks as they are needed, so a lost connection costs one
/// block. Read from its beginning to its end, the checksum is checked before the last bytes are given out. Not
/// thread-safe. Holds one block.
/// </summary>
internal sealed class BlobStream(IBlobStore store, BlobInfo info, int blockBytes) : Stream
{
    private readonly byte[] _block = new byte[(int)Math.Min(blockBytes, Math.Max(1, info.SizeBytes))];
    private long _blockStart;
    private int _blockLength;
    private long _position;
    private long _summed;
    private uint _crc;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => info.SizeBytes;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _position >= info.SizeBytes) return 0;
        if (_position < _blockStart || _position >= _blockStart + _blockLength) await FillAsync(cancellationToken);
        int start = (int)(_position - _blockStart);
        int count = Math.Min(buffer.Length, _blockLength - start);
        _block.AsMemory(start, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        long start = origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            _ => info.SizeBytes,
        };
        Position = start + offset;
        return _position;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async ValueTask FillAsync(CancellationToken cancel)
    {
        _blockLength = 0;
        _blockStart = _position;
        int wanted = (int)Math.Min(_block.Length, info.SizeBytes - _position);
        int read = await store.ReadAsync(info.Name, _position, _block.AsMemory(0, wanted), cancel);
        if (read != wanted) throw Damaged();
        if (_blockStart == _summed)
        {
            _crc = Crc32C.Append(_crc, _block.AsSpan(0, read));
            _summed += read;
            if (_summed == info.SizeBytes && _crc != info.Crc) throw Damaged();
        }

        _blockLength = read;
    }

    private InvalidDataException Damaged() => new($"Blob '{info.Name}' does not have its checksum.");
}
