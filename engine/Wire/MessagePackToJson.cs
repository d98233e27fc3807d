using System.Text.Json;

namespace Catalog.Engine.Wire;

/// <summary>
/// Says in JSON what a client's MessagePack says: maps become objects (their keys are strings), binary data base64,
/// time stamps ISO 8601. One level deeper than <see cref="JsonToMessagePack.MaxDepth"/> is refused.
/// </summary>
/// <remarks>O(n); allocates nothing itself. Thread-safe. Made for bytes from anywhere.</remarks>
public static class MessagePackToJson
{
    /// <summary>Writes the one value the bytes hold.</summary>
    /// <returns>False when they hold something else; what was written until then is no document.</returns>
    public static bool TryWrite(ReadOnlySpan<byte> bytes, Utf8JsonWriter target)
    {
        try
        {
            var reader = new MessagePackReader(bytes);
            return TryWriteValue(ref reader, bytes, target, JsonToMessagePack.MaxDepth) && reader.End;
        }
        catch (Exception e) when (e is MessagePackFormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryWriteValue(
        ref MessagePackReader reader, ReadOnlySpan<byte> bytes, Utf8JsonWriter target, int depth)
    {
        if (depth == 0) return false;
        switch (reader.PeekType())
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                target.WriteNullValue();
                return true;
            case MessagePackType.Boolean:
                target.WriteBooleanValue(reader.ReadBoolean());
                return true;
            case MessagePackType.Integer:
                WriteInteger(ref reader, bytes, target);
                return true;
            case MessagePackType.Float:
                double number = reader.ReadDouble();
                if (double.IsFinite(number)) target.WriteNumberValue(number);
                return double.IsFinite(number);
            case MessagePackType.String:
                target.WriteStringValue(reader.ReadUtf8());
                return true;
            case MessagePackType.Binary:
                target.WriteBase64StringValue(reader.ReadBinary());
                return true;
            case MessagePackType.Array:
                return TryWriteArray(ref reader, bytes, target, depth);
            case MessagePackType.Map:
                return TryWriteMap(ref reader, bytes, target, depth);
            default:
                target.WriteStringValue(reader.ReadDateTimeOffset());
                return true;
        }
    }

    private static bool TryWriteArray(
        ref MessagePackReader reader, ReadOnlySpan<byte> bytes, Utf8JsonWriter target, int depth)
    {
        int count = reader.ReadArrayHeader();
        target.WriteStartArray();
        for (int i = 0; i < count; i++)
            if (!TryWriteValue(ref reader, bytes, target, depth - 1)) return false;
        target.WriteEndArray();
        return true;
    }

    private static bool TryWriteMap(
        ref MessagePackReader reader, ReadOnlySpan<byte> bytes, Utf8JsonWriter target, int depth)
    {
        int count = reader.ReadMapHeader();
        target.WriteStartObject();
        for (int i = 0; i < count; i++)
        {
            target.WritePropertyName(reader.ReadUtf8());
            if (!TryWriteValue(ref reader, bytes, target, depth - 1)) return false;
        }

        target.WriteEndObject();
        return true;
    }

    private static void WriteInteger(
        ref MessagePackReader reader, ReadOnlySpan<byte> bytes, Utf8JsonWriter target)
    {
        // Only this form can hold what Int64 cannot.
        const byte uint64 = 0xCF;
        if (bytes[reader.Consumed] == uint64) target.WriteNumberValue(reader.ReadUInt64());
        else target.WriteNumberValue(reader.ReadInt64());
    }
}
