using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>Writes down every fact it is given, and fails now and then.</summary>
internal sealed class WitnessConsumer(ConsumerLog log, Func<bool> fails) : IEventConsumer
{
    internal const string ConsumerName = "witness";

    public string Name => ConsumerName;

    public bool Wants(in EventHeader header) => true;

    public ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        long position = envelope.Header.Position;
        log.OnTried(position);
        if (fails()) throw new FormatException("The consumer was told to fail.");
        log.OnHandled(position);
        return ValueTask.CompletedTask;
    }
}
