using Catalog.Engine.Core.Memory;

namespace Catalog.WsGateway.Compression;

/// <summary>Takes what a compressor writes, until told to stop.</summary>
internal sealed class DeflateOutput(ByteBuffer target) : Stream
{
    private bool _isStopped;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Takes no more.</summary>
    internal void Stop() => _isStopped = true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!_isStopped) target.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
