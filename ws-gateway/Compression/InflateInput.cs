namespace Catalog.WsGateway.Compression;

/// <summary>Gives a message's bytes and then, only when more is asked for, the tail.</summary>
internal sealed class InflateInput(byte[] message, byte[] tail) : Stream
{
    private int _position;

    /// <summary>Whether the tail was asked for.</summary>
    internal bool HasGivenTail { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position == message.Length && !HasGivenTail)
        {
            HasGivenTail = true;
            tail.CopyTo(buffer); // the reader's buffer is larger than the tail
            return tail.Length;
        }

        int count = Math.Min(buffer.Length, message.Length - _position);
        message.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
