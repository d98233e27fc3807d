using System.Text.Json;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Wire;

/// <summary>
/// Says in MessagePack what JSON text says: objects become maps, whole numbers integers, other numbers doubles.
/// </summary>
/// <remarks>O(n); allocates nothing but for strings with escapes beyond 256 bytes. Thread-safe.</remarks>
public static class JsonToMessagePack
{
    /// <summary>The deepest nesting of objects and arrays.</summary>
    public const int MaxDepth = 64;

    private const int MaxOnStack = 256;

    /// <summary>Appends the value; the JSON is our own and well formed.</summary>
    /// <exception cref="JsonException">It is not, or nested deeper than <see cref="MaxDepth"/>.</exception>
    public static void Write(ReadOnlySpan<byte> json, ByteBuffer target)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        WriteValue(ref reader, new MessagePackWriter(target));
    }

    private static void WriteValue(ref Utf8JsonReader reader, MessagePackWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteMapHeader(CountEntries(reader, valuesPerEntry: 2));
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    WriteText(ref reader, writer);
                    reader.Read();
                    WriteValue(ref reader, writer);
                }

                break;
            case JsonTokenType.StartArray:
                writer.WriteArrayHeader(CountEntries(reader, valuesPerEntry: 1));
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) WriteValue(ref reader, writer);
                break;
            case JsonTokenType.String:
                WriteText(ref reader, writer);
                break;
            case JsonTokenType.Number:
                WriteNumber(ref reader, writer);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                writer.Write(reader.TokenType == JsonTokenType.True);
                break;
            default:
                writer.WriteNil();
                break;
        }
    }

    // The reader is a copy: it runs ahead, and the caller's stays where it is.
    private static int CountEntries(Utf8JsonReader ahead, int valuesPerEntry)
    {
        int count = 0;
        while (ahead.Read() && ahead.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            count++;
            if (ahead.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) ahead.Skip();
        }

        return count / valuesPerEntry;
    }

    private static void WriteText(ref Utf8JsonReader reader, MessagePackWriter writer)
    {
        if (!reader.ValueIsEscaped)
        {
            writer.WriteUtf8(reader.ValueSpan);
            return;
        }

        Span<byte> text = reader.ValueSpan.Length <= MaxOnStack
            ? stackalloc byte[MaxOnStack]
            : new byte[reader.ValueSpan.Length];
        writer.WriteUtf8(text[..reader.CopyString(text)]);
    }

    private static void WriteNumber(ref Utf8JsonReader reader, MessagePackWriter writer)
    {
        if (reader.TryGetInt64(out long whole)) writer.Write(whole);
        else if (reader.TryGetUInt64(out ulong large)) writer.Write(large);
        else writer.Write(reader.GetDouble());
    }
}
