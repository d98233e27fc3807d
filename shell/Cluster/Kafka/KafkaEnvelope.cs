using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;
using Catalog.Shell.Events;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>
/// How an event stands in a message: a CloudEvents 1.0 object in structured mode, so that the message says everything
/// by itself, with or without headers.
/// <code>
/// { "specversion":"1.0", "id":"4711.0", "source":"/booking-events", "type":"booking.confirmed", "schemaversion":1,
///   "subject":"92", "time":"2026-11-02T19:30:00.000Z", "datacontenttype":"application/json",
///   "position":"4711", "traceparent":"00-…-…-01", "data":{ … } }
/// </code>
/// The id is the fact's position and the event's number in it: the same whenever it is sent. In MessagePack it is a map
/// of the same members with the same values, the data a map, too, and <c>datacontenttype</c> says so.
/// </summary>
internal static class KafkaEnvelope
{
    /// <summary>The version of the members around the data.</summary>
    public const string SpecVersion = "1.0";

    /// <summary>What messages in JSON are, by their media type.</summary>
    public const string ContentType = "application/cloudevents+json; charset=UTF-8";

    /// <summary>What messages in MessagePack are.</summary>
    public const string PackedContentType = "application/cloudevents+msgpack";

    private const int PackedMembers = 11;

    /// <summary>Writes an event in JSON.</summary>
    /// <param name="message">The event.</param>
    /// <param name="target">Gets a JSON object in UTF-8.</param>
    public static void Write(in BusEvent message, IBufferWriter<byte> target)
    {
        using var json = new Utf8JsonWriter(target);
        json.WriteStartObject();
        json.WriteString("specversion", SpecVersion);
        json.WriteString("id", IdOf(in message));
        json.WriteString("source", "/" + message.Name.Topic);
        json.WriteString("type", message.Name.Name);
        json.WriteNumber("schemaversion", message.Name.Version);
        json.WriteString("subject", message.Key);
        json.WriteString("time", DateTimeOffset.FromUnixTimeMilliseconds(message.TimeMs).UtcDateTime);
        json.WriteString("datacontenttype", "application/json");
        json.WriteString("position", message.Position.ToString(CultureInfo.InvariantCulture));
        json.WriteString("traceparent", TraceOf(message.Position));
        json.WritePropertyName("data");
        json.WriteRawValue(message.Data.Span, skipInputValidation: true);
        json.WriteEndObject();
    }

    /// <summary>Writes an event in MessagePack.</summary>
    public static void WritePacked(in BusEvent message, ByteBuffer target)
    {
        var writer = new MessagePackWriter(target);
        writer.WriteMapHeader(PackedMembers);
        Write(writer, "specversion", SpecVersion);
        Write(writer, "id", IdOf(in message));
        Write(writer, "source", "/" + message.Name.Topic);
        Write(writer, "type", message.Name.Name);
        writer.Write("schemaversion");
        writer.Write(message.Name.Version);
        Write(writer, "subject", message.Key);
        DateTime time = DateTimeOffset.FromUnixTimeMilliseconds(message.TimeMs).UtcDateTime;
        Write(writer, "time", time.ToString("O", CultureInfo.InvariantCulture));
        Write(writer, "datacontenttype", "application/msgpack");
        Write(writer, "position", message.Position.ToString(CultureInfo.InvariantCulture));
        Write(writer, "traceparent", TraceOf(message.Position));
        writer.Write("data");
        JsonToMessagePack.Write(message.Data.Span, target);
    }

    /// <summary>What the headers repeat of it.</summary>
    /// <param name="message">The event.</param>
    /// <param name="isPacked">Whether the message is in MessagePack.</param>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> HeadersOf(in BusEvent message, bool isPacked = false) =>
    [
        new("content-type", Encoding.ASCII.GetBytes(isPacked ? PackedContentType : ContentType)),
        new("schemaversion", Encoding.ASCII.GetBytes(message.Name.Version.ToString(CultureInfo.InvariantCulture))),
        new("traceparent", Encoding.ASCII.GetBytes(TraceOf(message.Position))),
        new("position", Encoding.ASCII.GetBytes(message.Position.ToString(CultureInfo.InvariantCulture))),
    ];

    /// <summary>
    /// Reads an event in either form, so that the form can be changed while messages of the other are there; members it
    /// does not know are passed over.
    /// </summary>
    /// <param name="topic">The topic it came from, without the prefix.</param>
    /// <param name="value">A JSON object in UTF-8, or a map of MessagePack.</param>
    /// <exception cref="FormatException">It is not such an object.</exception>
    public static BusEvent Read(string topic, ReadOnlyMemory<byte> value)
    {
        if (IsPacked(value.Span)) value = Unpack(value.Span);
        try
        {
            using JsonDocument document = JsonDocument.Parse(value);
            JsonElement root = document.RootElement;
            if (root.GetProperty("specversion").GetString() != SpecVersion)
                throw new FormatException("The message is of another version of CloudEvents.");
            string[] id = root.GetProperty("id").GetString()!.Split('.');
            var name = new EventName(
                topic, root.GetProperty("type").GetString()!, root.GetProperty("schemaversion").GetInt32());
            return new BusEvent(
                name,
                root.GetProperty("subject").GetString()!,
                long.Parse(id[0], NumberStyles.None, CultureInfo.InvariantCulture),
                root.GetProperty("time").GetDateTimeOffset().ToUnixTimeMilliseconds(),
                Encoding.UTF8.GetBytes(root.GetProperty("data").GetRawText()))
            {
                Ordinal = int.Parse(id[1], NumberStyles.None, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException
            or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new FormatException("The message is not an event: " + e.Message, e);
        }
    }

    /// <summary>Whether the bytes begin as a map of MessagePack does: JSON never does.</summary>
    private static bool IsPacked(ReadOnlySpan<byte> value) =>
        value.Length > 0 && value[0] is (>= 0x80 and <= 0x8F) or 0xDE or 0xDF;

    private static ReadOnlyMemory<byte> Unpack(ReadOnlySpan<byte> value)
    {
        var json = new ArrayBufferWriter<byte>(2 * value.Length);
        using var writer = new Utf8JsonWriter(json);
        if (!MessagePackToJson.TryWrite(value, writer))
            throw new FormatException("The message is not an event: it is no well-formed MessagePack.");
        writer.Flush();
        return json.WrittenMemory;
    }

    private static void Write(MessagePackWriter writer, string name, string value)
    {
        writer.Write(name);
        writer.Write(value);
    }

    private static string IdOf(in BusEvent message) =>
        string.Create(CultureInfo.InvariantCulture, $"{message.Position}.{message.Ordinal}");

    /// <summary>
    /// A W3C trace context made of the position: everything that follows from one fact, in whatever process, is one
    /// trace, also when it is sent again.
    /// </summary>
    private static string TraceOf(long position)
    {
        Span<byte> id = stackalloc byte[24];
        "catalog\0"u8.CopyTo(id);
        BinaryPrimitives.WriteInt64BigEndian(id[8..], position);
        BinaryPrimitives.WriteInt64BigEndian(id[16..], position + 1);
        return $"00-{Convert.ToHexStringLower(id[..16])}-{Convert.ToHexStringLower(id[16..])}-01";
    }
}
