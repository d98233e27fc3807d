using System.Buffers;
using System.Text;
using Catalog.Engine.Core.Memory;
using Catalog.Shell.Events;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>
/// A consumer of every topic, on the journal, that sends each event to Kafka: its offset moves when brokers have
/// acknowledged, so none is missed. While no broker answers it stands still, and the journal keeps what is to come.
/// </summary>
internal sealed class KafkaPublisher(
    IEnumerable<IEventMapper> mappers, KafkaSender sender, KafkaOptions options) : IBusConsumer
{
    /// <summary>The name its offset is kept under.</summary>
    public const string ConsumerName = "kafka-publisher";

    /// <summary>How long a save of the offset waits for acknowledgements before it is put off.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ArrayBufferWriter<byte> _value = new(1024);
    private readonly ByteBuffer _packed = new(1024);

    /// <inheritdoc/>
    public string Name => ConsumerName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Topics { get; } =
        [.. mappers.SelectMany(static mapper => mapper.Topics).Distinct()];

    /// <inheritdoc/>
    public ValueTask HandleAsync(BusEvent message, CancellationToken cancel) =>
        sender.SendAsync(RecordOf(message), cancel);

    /// <inheritdoc/>
    public ValueTask FlushAsync(CancellationToken cancel) => sender.DrainAsync(Patience, cancel);

    private KafkaRecord RecordOf(BusEvent message)
    {
        bool isPacked = options.IsPacked;
        return new KafkaRecord
        {
            Topic = options.Prefix + message.Name.Topic,
            Key = Encoding.UTF8.GetBytes(message.Key),
            Value = isPacked ? Packed(in message) : Written(in message),
            Headers = KafkaEnvelope.HeadersOf(in message, isPacked),
            TimeMs = message.TimeMs,
        };
    }

    private byte[] Written(in BusEvent message)
    {
        _value.ResetWrittenCount();
        KafkaEnvelope.Write(in message, _value);
        return _value.WrittenSpan.ToArray();
    }

    private byte[] Packed(in BusEvent message)
    {
        _packed.Clear();
        KafkaEnvelope.WritePacked(in message, _packed);
        return _packed.WrittenSpan.ToArray();
    }
}
