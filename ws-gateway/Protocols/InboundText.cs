using System.Buffers;
using System.Text.Json;
using Catalog.Engine.Wire;

namespace Catalog.WsGateway.Protocols;

/// <summary>A thread's buffer for what clients said in MessagePack, as JSON. Belongs to one thread.</summary>
internal sealed class InboundText
{
    private const int MaxKeptBytes = 256 * 1024;

    [ThreadStatic]
    private static InboundText? _current;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly Utf8JsonWriter _json;

    private InboundText() => _json = new Utf8JsonWriter(_bytes);

    /// <summary>This thread's.</summary>
    internal static InboundText Current => _current ??= new InboundText();

    /// <summary>What a message says, as JSON; valid until the next one. False when it is no MessagePack.</summary>
    internal bool TryTranslate(ReadOnlySpan<byte> message, out ReadOnlySpan<byte> json)
    {
        if (_bytes.Capacity > MaxKeptBytes)
        {
            _current = new InboundText();
            return _current.TryTranslate(message, out json);
        }

        _bytes.ResetWrittenCount();
        _json.Reset(_bytes);
        bool isGood = MessagePackToJson.TryWrite(message, _json);
        if (isGood) _json.Flush();
        json = _bytes.WrittenSpan;
        return isGood;
    }
}
