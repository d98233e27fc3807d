using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Events;

/// <summary>
/// A bus consumer on the journal: maps facts to events and hands over those of its topics. One call at a time.
/// </summary>
internal sealed class BusSubscription(IBusConsumer consumer, IEnumerable<IEventMapper> mappers) : IEventConsumer
{
    private readonly EventSink _sink = new();
    private readonly IEventMapper[] _mappers =
        [.. mappers.Where(mapper => mapper.Topics.Any(topic => consumer.Topics.Contains(topic)))];

    public string Name => consumer.Name;

    public bool Wants(in EventHeader header)
    {
        foreach (IEventMapper mapper in _mappers)
        {
            if (mapper.Maps(in header)) return true;
        }

        return false;
    }

    public async ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        EventHeader header = envelope.Header;
        _sink.Clear(in header);
        foreach (IEventMapper mapper in _mappers)
        {
            if (mapper.Maps(in header)) mapper.Map(in envelope, _sink);
        }

        for (int i = 0; i < _sink.Count; i++)
        {
            BusEvent message = _sink[i];
            if (consumer.Topics.Contains(message.Name.Topic)) await consumer.HandleAsync(message, cancel);
        }
    }

    public ValueTask FlushAsync(CancellationToken cancel) => consumer.FlushAsync(cancel);
}
