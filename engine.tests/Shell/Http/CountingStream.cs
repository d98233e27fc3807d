namespace Catalog.Engine.Tests.Shell.Http;

/// <summary>So many spaces, and a count of those that were read.</summary>
internal sealed class CountingStream(long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => Volatile.Read(ref _position);
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int size = (int)Math.Min(count, length - _position);
        buffer.AsSpan(offset, size).Fill((byte)' ');
        Volatile.Write(ref _position, _position + size);
        return size;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
