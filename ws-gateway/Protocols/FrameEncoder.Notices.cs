using System.Text.Json;
using Catalog.Engine.Core.Memory;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Protocols;

internal sealed partial class FrameEncoder
{
    private readonly ByteBuffer _notice = new(128);

    /// <summary>The notice that a topic's messages were left out: take a snapshot, go on behind the offset.</summary>
    internal ReadOnlySpan<byte> EncodeGap(Topic topic, long offset, int variant)
    {
        BeginGap(topic, offset);
        return FrameOf(variant);
    }

    /// <summary>Begins that notice, for whoever listens.</summary>
    internal void BeginGap(Topic topic, long offset)
    {
        BeginNotice(topic, offset);
        _notice.Write("}"u8);
        BeginMessage("gap"u8, default, _notice.WrittenSpan);
    }

    /// <summary>Adds the answer to a subscription.</summary>
    internal void AddSubscribed(Topic topic, ReadOnlySpan<byte> id, Recovery recovery, long offset)
    {
        BeginNotice(topic, offset);
        _notice.Write(recovery switch
        {
            Recovery.Complete => ",\"recovery\":\"complete\"}"u8,
            Recovery.Gap => ",\"recovery\":\"gap\"}"u8,
            _ => ",\"recovery\":\"none\"}"u8,
        });
        BeginMessage("subscribed"u8, id, _notice.WrittenSpan);
        _replay.Write(FrameOf(_replayVariant));
    }

    /// <summary>Begins an error, as the answer to a request if there is an id.</summary>
    internal void BeginError(ReadOnlySpan<byte> id, string code, string message)
    {
        _notice.Clear();
        _notice.Write("{\"code\":\""u8);
        _notice.Write(JsonEncodedText.Encode(code).EncodedUtf8Bytes);
        _notice.Write("\",\"message\":\""u8);
        _notice.Write(JsonEncodedText.Encode(message).EncodedUtf8Bytes);
        _notice.Write("\"}"u8);
        BeginMessage("error"u8, id, _notice.WrittenSpan);
    }

    private void BeginNotice(Topic topic, long offset)
    {
        _notice.Clear();
        _notice.Write("{\"topic\":\""u8);
        _notice.Write(topic.JsonName);
        _notice.Write("\",\"epoch\":\""u8);
        _notice.Write(JsonEncodedText.Encode(topic.Epoch).EncodedUtf8Bytes);
        _notice.Write("\",\"offset\":"u8);
        WriteNumber(_notice, offset);
    }
}
