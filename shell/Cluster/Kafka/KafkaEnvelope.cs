using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
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
/// The id is the fact's position and the event's number in it: the same whenever it is sent.
/// </summary>
internal static class KafkaEnvelope
{
    /// <summary>The version of the members around the data.</summary>
    public const string SpecVersion = "1.0";

    /// <summary>What the messages are, by their media type.</summary>
    public const string ContentType = "application/cloudevents+json; charset=UTF-8";

    /// <summary>Writes an event.</summary>
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

    /// <summary>What the headers repeat of it.</summary>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> HeadersOf(in BusEvent message) =>
    [
        new("content-type", Encoding.ASCII.GetBytes(ContentType)),
        new("schemaversion", Encoding.ASCII.GetBytes(message.Name.Version.ToString(CultureInfo.InvariantCulture))),
        new("traceparent", Encoding.ASCII.GetBytes(TraceOf(message.Position))),
        new("position", Encoding.ASCII.GetBytes(message.Position.ToString(CultureInfo.InvariantCulture))),
    ];

    /// <summary>Reads what <see cref="Write"/> wrote; members it does not know are passed over.</summary>
    /// <param name="topic">The topic it came from, without the prefix.</param>
    /// <param name="value">A JSON object in UTF-8.</param>
    /// <exception cref="FormatException">It is not such an object.</exception>
    public static BusEvent Read(string topic, ReadOnlyMemory<byte> value)
    {
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
