using System.Buffers;
using System.Text;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Events;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>
/// Every event to its topic, from a durable offset: the offset moves when brokers have acknowledged, so none is missed.
/// While no broker answers it stands still, and the journal keeps what is to come.
/// </summary>
internal sealed class KafkaPublisher(
    IEnumerable<IEventMapper> mappers, KafkaSender sender, KafkaOptions options) : IEventConsumer
{
    /// <summary>The name its offset is kept under.</summary>
    public const string ConsumerName = "kafka-publisher";

    /// <summary>How long a save of the offset waits for acknowledgements before it is put off.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IEventMapper[] _mappers = [.. mappers];
    private readonly EventSink _sink = new();
    private readonly ArrayBufferWriter<byte> _value = new(1024);

    /// <inheritdoc/>
    public string Name => ConsumerName;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header)
    {
        foreach (IEventMapper mapper in _mappers)
        {
            if (IsMapped(mapper, in header)) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        EventHeader header = envelope.Header;
        _sink.Clear(in header);
        foreach (IEventMapper mapper in _mappers)
        {
            if (IsMapped(mapper, in header)) mapper.Map(in envelope, _sink);
        }

        for (int i = 0; i < _sink.Count; i++) await sender.SendAsync(RecordOf(_sink[i]), cancel);
    }

    /// <inheritdoc/>
    public ValueTask FlushAsync(CancellationToken cancel) => sender.DrainAsync(Patience, cancel);

    private KafkaRecord RecordOf(BusEvent message)
    {
        _value.ResetWrittenCount();
        KafkaEnvelope.Write(in message, _value);
        return new KafkaRecord
        {
            Topic = options.Prefix + message.Name.Topic,
            Key = Encoding.UTF8.GetBytes(message.Key),
            Value = _value.WrittenSpan.ToArray(),
            Headers = KafkaEnvelope.HeadersOf(in message),
            TimeMs = message.TimeMs,
        };
    }

    private static bool IsMapped(IEventMapper mapper, in EventHeader header)
    {
        foreach (string topic in mapper.Topics)
        {
            if (mapper.Maps(in header, topic)) return true;
        }

        return false;
    }
}
