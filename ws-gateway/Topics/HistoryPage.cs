using Catalog.Engine.Core.Memory;
using Catalog.WsGateway.Protocols;

namespace Catalog.WsGateway.Topics;

/// <summary>Takes a durable topic's messages for one client that comes back. Not thread-safe.</summary>
public sealed class HistoryPage
{
    private readonly List<(long Offset, int Start)> _messages = [];
    private readonly ByteBuffer _bytes = new(1024);
    private readonly Topic _topic;
    private readonly EventNames _names;
    private readonly int _maxBytes;

    internal HistoryPage(Topic topic, EventNames names, long lastOffset, int maxBytes)
    {
        (_topic, _names, _maxBytes) = (topic, names, maxBytes);
        FirstOffset = LastOffset = lastOffset;
    }

    /// <summary>The last message the client has, or will have with what was added.</summary>
    public long LastOffset { get; private set; }

    /// <summary>Whether no more is taken: the client will be told to take a snapshot.</summary>
    public bool IsFull => _bytes.Length > _maxBytes;

    /// <summary>The last message the client had before.</summary>
    internal long FirstOffset { get; }

    internal int Count => _messages.Count;

    /// <summary>Adds the next message.</summary>
    /// <param name="offset">Its number.</param>
    /// <param name="name">The event's name.</param>
    /// <param name="json">The event's data; not checked.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not behind the last one.</exception>
    public void Add(long offset, string name, ReadOnlySpan<byte> json)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(offset, LastOffset);
        LastOffset = offset;
        if (IsFull) return;
        _messages.Add((offset, _bytes.Length));
        FrameEncoder encoder = FrameEncoder.Current;
        encoder.BeginPublication(_topic, _names.Get(name), offset, json);
        _bytes.Write(encoder.Envelope);
    }

    internal long OffsetAt(int index) => _messages[index].Offset;

    internal ReadOnlySpan<byte> EnvelopeAt(int index)
    {
        int end = index + 1 < _messages.Count ? _messages[index + 1].Start : _bytes.Length;
        return _bytes.WrittenSpan[_messages[index].Start..end];
    }
}
