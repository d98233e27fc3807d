using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>A consumer that says it has handled a fact before it has: it is one behind its offset.</summary>
internal sealed class HandlesLater(IEventConsumer inner) : IEventConsumer
{
    private EventEnvelope? _held;

    public string Name => inner.Name;

    public bool Wants(in EventHeader header) => inner.Wants(in header);

    public async ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        EventEnvelope? earlier = _held;
        if (earlier is { } due) await inner.HandleAsync(due, cancel);
        _held = new EventEnvelope(envelope.Header, envelope.Payload.ToArray());
    }
}
