using System.Text.Json;

namespace Catalog.WsGateway.Relay;

/// <summary>A message of the gateway behind, as slices of its text.</summary>
internal sealed class UpstreamMessage
{
    /// <summary>The event's name.</summary>
    internal string Event { get; private set; } = "";

    /// <summary>The id as it stands in the text; empty if it answers nothing.</summary>
    internal ReadOnlyMemory<byte> Id { get; private set; }

    /// <summary>The topic, if it is a topic's message.</summary>
    internal string? Topic { get; private set; }

    /// <summary>A topic's message's number.</summary>
    internal long Offset { get; private set; }

    /// <summary>The data; empty if there is none.</summary>
    internal ReadOnlyMemory<byte> Data { get; private set; }

    /// <summary>All of it.</summary>
    internal required ReadOnlyMemory<byte> Text { get; init; }

    /// <summary>Reads a message. O(n).</summary>
    /// <returns>Null when it is none.</returns>
    internal static UpstreamMessage? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            var message = new UpstreamMessage { Text = text };
            return message.TryRead() ? message : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private bool TryRead()
    {
        var reader = new Utf8JsonReader(Text.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) Take(ref reader);
        return Event.Length > 0;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        int field = reader.ValueTextEquals("event"u8) ? 1
            : reader.ValueTextEquals("id"u8) ? 2
            : reader.ValueTextEquals("topic"u8) ? 3
            : reader.ValueTextEquals("offset"u8) ? 4
            : reader.ValueTextEquals("data"u8) ? 5 : 0;
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        if (field == 1) Event = reader.GetString() ?? "";
        if (field == 3) Topic = reader.GetString();
        if (field == 4) Offset = reader.GetInt64();
        reader.Skip();
        if (field == 2) Id = Text[start..(int)reader.BytesConsumed];
        if (field == 5) Data = Text[start..(int)reader.BytesConsumed];
    }
}
