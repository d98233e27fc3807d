using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Events;

/// <summary>
/// The place on the journal of a bus consumer that reads from a broker: its offset moves along without the consumer, so
/// that the journal is not kept for it, and it can be given the journal again.
/// </summary>
internal sealed class ExternalSubscription(IBusConsumer consumer) : IEventConsumer
{
    public string Name => consumer.Name;

    public bool Wants(in EventHeader header) => false;

    public ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel) => default;
}
