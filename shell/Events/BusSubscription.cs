using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Events;

/// <summary>
/// A bus consumer on the journal: maps facts to events and hands over those of its topics. One call at a time.
/// </summary>
internal sealed class BusSubscription(IBusConsumer consumer, IEnumerable<IEventMapper> mappers) : IEventConsumer
{
    private readonly EventSink _sink = new();
    private readonly string[] _topics = [.. consumer.Topics];
    private readonly IEventMapper[] _mappers =
        [.. mappers.Where(mapper => mapper.Topics.Any(topic => consumer.Topics.Contains(topic)))];

    public string Name => consumer.Name;

    public bool Wants(in EventHeader header)
    {
        foreach (IEventMapper mapper in _mappers)
        {
            if (IsRead(mapper, in header)) return true;
        }

        return false;
    }

    public async ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        EventHeader header = envelope.Header;
        _sink.Clear(in header);
        foreach (IEventMapper mapper in _mappers)
        {
            if (IsRead(mapper, in header)) mapper.Map(in envelope, _sink);
        }

        for (int i = 0; i < _sink.Count; i++)
        {
            BusEvent message = _sink[i];
            if (_topics.Contains(message.Name.Topic)) await consumer.HandleAsync(message, cancel);
        }
    }

    public ValueTask FlushAsync(CancellationToken cancel) => consumer.FlushAsync(cancel);

    /// <summary>Whether a mapper makes something of a fact that the consumer reads.</summary>
    private bool IsRead(IEventMapper mapper, in EventHeader header)
    {
        foreach (string topic in _topics)
        {
            if (mapper.Maps(in header, topic)) return true;
        }

        return false;
    }
}
