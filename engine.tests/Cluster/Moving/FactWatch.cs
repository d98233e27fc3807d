using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Tests.Cluster.Moving;

/// <summary>A consumer that remembers what it was told, from server to server.</summary>
internal sealed class FactWatch : IEventConsumer
{
    public string Name => "fact-watch";

    /// <summary>The facts' positions, in the order they came.</summary>
    public List<long> Positions { get; } = [];

    public bool Wants(in EventHeader header) => true;

    public ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        Positions.Add(envelope.Header.Position);
        return default;
    }
}
