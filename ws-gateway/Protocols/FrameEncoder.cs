using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;
using Catalog.WsGateway.Compression;
using Catalog.WsGateway.Framing;
using Catalog.WsGateway.Loops;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Protocols;

/// <summary>
/// A thread's buffers for making frames. The JSON envelope is made first and always; MessagePack is made from it, and
/// compression from either, each the first time a subscriber wants it.
/// </summary>
/// <remarks>
/// <code>
///   _frames[v]  [10 bytes of room | envelope in the variant's language]   the header is put right before the envelope
/// </code>
/// Allocates nothing once the buffers have their working size. Belongs to one thread.
/// </remarks>
internal sealed partial class FrameEncoder : IFrameSource
{
    private const int MaxKeptBytes = 1024 * 1024;

    [ThreadStatic]
    private static FrameEncoder? _current;

    private readonly ByteBuffer[] _frames = new ByteBuffer[Variant.Count];
    private readonly int[] _starts = new int[Variant.Count];
    private readonly ByteBuffer _replay = new(1024);
    private readonly ArrayBufferWriter<byte> _data = new(1024);
    private readonly Utf8JsonWriter _json;
    private int _replayVariant;

    private FrameEncoder()
    {
        for (int i = 0; i < _frames.Length; i++) _frames[i] = new ByteBuffer(512);
        _json = new Utf8JsonWriter(_data, new JsonWriterOptions { SkipValidation = true });
    }

    /// <summary>This thread's.</summary>
    internal static FrameEncoder Current => _current ??= new FrameEncoder();

    /// <summary>The JSON envelope last begun.</summary>
    internal ReadOnlySpan<byte> Envelope => _frames[Variant.Json].WrittenSpan[FrameWriter.MaxHeaderBytes..];

    /// <summary>What was added since the last <see cref="BeginReplay"/>: whole frames.</summary>
    internal ReadOnlySpan<byte> Replay => _replay.WrittenSpan;

    /// <summary>Encodes a value as JSON; valid until the next value.</summary>
    internal ReadOnlySpan<byte> EncodeData<T>(T value, JsonTypeInfo<T> type)
    {
        if (_data.Capacity > MaxKeptBytes) _data.Clear();
        _data.ResetWrittenCount();
        _json.Reset(_data);
        JsonSerializer.Serialize(_json, value, type);
        _json.Flush();
        return _data.WrittenSpan;
    }

    /// <summary>Begins a topic's message.</summary>
    internal void BeginPublication(Topic topic, ReadOnlySpan<byte> jsonEvent, long offset, ReadOnlySpan<byte> data)
    {
        ByteBuffer json = Begin(jsonEvent);
        json.Write("\",\"topic\":\""u8);
        json.Write(topic.JsonName);
        json.Write("\",\"offset\":"u8);
        WriteNumber(json, offset);
        End(json, data);
    }

    /// <summary>Begins a message for one connection: an event, or an answer if there is an id.</summary>
    internal void BeginMessage(ReadOnlySpan<byte> jsonEvent, ReadOnlySpan<byte> id, ReadOnlySpan<byte> data)
    {
        ByteBuffer json = Begin(jsonEvent);
        json.Write("\""u8);
        if (!id.IsEmpty)
        {
            json.Write(",\"id\":"u8);
            json.Write(id);
        }

        End(json, data);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> FrameOf(int variant)
    {
        if (_starts[variant] < 0) Make(variant);
        return _frames[variant].WrittenSpan[_starts[variant]..];
    }

    /// <summary>The frames as arrays, if they are too large to be copied to every loop.</summary>
    internal ApartFrames? MakeApart(TopicShard[] shards)
    {
        if (Envelope.Length < ApartFrames.FromBytes) return null;
        var apart = new ApartFrames();
        for (int variant = 0; variant < Variant.Count; variant++)
            foreach (TopicShard shard in shards)
                if (shard.WantedCount(variant) > 0) apart.ByVariant[variant] ??= FrameOf(variant).ToArray();
        return apart;
    }

    /// <summary>Begins a row of frames for one connection.</summary>
    internal void BeginReplay(int variant)
    {
        _replay.Clear();
        _replayVariant = variant;
    }

    /// <summary>Adds a JSON envelope, in the connection's language.</summary>
    internal void AddEnvelope(ReadOnlySpan<byte> envelope)
    {
        ByteBuffer json = _frames[Variant.Json];
        json.Clear();
        json.GetSpan(FrameWriter.MaxHeaderBytes);
        json.Advance(FrameWriter.MaxHeaderBytes);
        json.Write(envelope);
        _starts.AsSpan().Fill(-1);
        _replay.Write(FrameOf(_replayVariant));
    }

    private static void WriteNumber(ByteBuffer target, long number)
    {
        const int maxDigits = 20;
        Utf8Formatter.TryFormat(number, target.GetSpan(maxDigits), out int count);
        target.Advance(count);
    }

    private ByteBuffer Begin(ReadOnlySpan<byte> jsonEvent)
    {
        ByteBuffer json = _frames[Variant.Json];
        json.Clear();
        json.GetSpan(FrameWriter.MaxHeaderBytes);
        json.Advance(FrameWriter.MaxHeaderBytes);
        json.Write("{\"event\":\""u8);
        json.Write(jsonEvent);
        return json;
    }

    private void End(ByteBuffer json, ReadOnlySpan<byte> data)
    {
        if (!data.IsEmpty)
        {
            json.Write(",\"data\":"u8);
            json.Write(data);
        }

        json.Write("}"u8);
        _starts.AsSpan().Fill(-1);
    }

    /// <summary>Makes the frame of a variant from the JSON envelope.</summary>
    private void Make(int variant)
    {
        ByteBuffer frame = _frames[variant];
        bool isBinary = Variant.IsMessagePack(variant);
        if (Variant.IsDeflate(variant) && TryCompress(variant, frame)) return;
        if (variant != Variant.Json)
        {
            frame.Clear();
            frame.GetSpan(FrameWriter.MaxHeaderBytes);
            frame.Advance(FrameWriter.MaxHeaderBytes);
            if (isBinary) JsonToMessagePack.Write(Envelope, frame);
            else frame.Write(Envelope);
        }

        PutHeader(variant, isCompressed: false);
    }

    /// <summary>Makes the frame compressed, from the plain one; false when that would not make it smaller.</summary>
    private bool TryCompress(int variant, ByteBuffer frame)
    {
        int plain = variant & ~Variant.DeflateBit;
        _ = FrameOf(plain);
        ReadOnlySpan<byte> message = _frames[plain].WrittenSpan[FrameWriter.MaxHeaderBytes..];
        if (message.Length < MessageDeflater.FromBytes) return false;
        frame.Clear();
        frame.GetSpan(FrameWriter.MaxHeaderBytes);
        frame.Advance(FrameWriter.MaxHeaderBytes);
        MessageDeflater.Deflate(message, frame);
        if (frame.Length - FrameWriter.MaxHeaderBytes >= message.Length) return false;
        PutHeader(variant, isCompressed: true);
        return true;
    }

    private void PutHeader(int variant, bool isCompressed)
    {
        ByteBuffer frame = _frames[variant];
        int length = frame.Length - FrameWriter.MaxHeaderBytes;
        int start = FrameWriter.MaxHeaderBytes - FrameWriter.HeaderSize(length);
        Opcode opcode = Variant.IsMessagePack(variant) ? Opcode.Binary : Opcode.Text;
        FrameWriter.WriteHeader(frame.WrittenSpan[start..], opcode, length, isCompressed);
        _starts[variant] = start;
    }
}
