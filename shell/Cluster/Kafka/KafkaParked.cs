using System.Buffers;
using System.Text.Json;
using Confluent.Kafka;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>
/// What is written about a message a consumer gave up on: where it lies, why, and the message itself.
/// </summary>
internal static class KafkaParked
{
    /// <summary>Writes a JSON object in UTF-8; the message as base64, because it may be anything.</summary>
    public static byte[] Write(string consumer, ConsumeResult<byte[], byte[]> result, Exception failure)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("consumer", consumer);
            json.WriteString("topic", result.Topic);
            json.WriteNumber("partition", result.Partition.Value);
            json.WriteNumber("offset", result.Offset.Value);
            json.WriteString("error", $"{failure.GetType().Name}: {failure.Message}");
            json.WriteBase64String("message", result.Message.Value ?? []);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
