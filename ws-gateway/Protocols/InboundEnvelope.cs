using System.Text.Json;
using Catalog.Engine.Wire;

namespace Catalog.WsGateway.Protocols;

/// <summary>
/// A client's message: an event, an id if an answer is wanted, and data, as slices of the text. O(n), no allocation.
/// </summary>
internal readonly ref struct InboundEnvelope
{
    private const int MaxIdBytes = 64;

    private InboundEnvelope(ReadOnlySpan<byte> name, ReadOnlySpan<byte> id, ReadOnlySpan<byte> data)
    {
        Name = name;
        Id = id;
        Data = data;
    }

    /// <summary>The event's name, as it stands between the quotes.</summary>
    internal ReadOnlySpan<byte> Name { get; }

    /// <summary>
    /// The id as it stands in the text, a number or a string with its quotes; empty if there is none.
    /// </summary>
    internal ReadOnlySpan<byte> Id { get; }

    /// <summary>The data as it stands in the text; empty if there is none.</summary>
    internal ReadOnlySpan<byte> Data { get; }

    /// <summary>Reads an object with these properties, in any order; others are passed over.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> json, out InboundEnvelope envelope)
    {
        envelope = default;
        try
        {
            return TryReadObject(json, out envelope);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryReadObject(ReadOnlySpan<byte> json, out InboundEnvelope envelope)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonToMessagePack.MaxDepth });
        ReadOnlySpan<byte> name = default;
        ReadOnlySpan<byte> id = default;
        ReadOnlySpan<byte> data = default;
        envelope = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int property = reader.ValueTextEquals("event"u8) ? 1
                : reader.ValueTextEquals("id"u8) ? 2
                : reader.ValueTextEquals("data"u8) ? 3 : 0;
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            JsonTokenType type = reader.TokenType;
            if (property == 1)
            {
                if (type != JsonTokenType.String || reader.ValueIsEscaped) return false;
                name = reader.ValueSpan;
            }

            if (type is JsonTokenType.StartObject or JsonTokenType.StartArray) reader.Skip();
            ReadOnlySpan<byte> value = json[start..(int)reader.BytesConsumed];
            if (property == 2)
            {
                if (type is not (JsonTokenType.Number or JsonTokenType.String)) return false;
                if (value.Length > MaxIdBytes) return false;
                id = value;
            }

            if (property == 3) data = value;
        }

        if (name.IsEmpty || reader.Read()) return false;
        envelope = new InboundEnvelope(name, id, data);
        return true;
    }
}
