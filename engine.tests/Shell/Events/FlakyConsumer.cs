using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Tests.Shell.Events;

/// <summary>Notes the positions of holds, or fails while it is told to.</summary>
internal sealed class FlakyConsumer(FlakyConsumer.Log log) : IEventConsumer
{
    public string Name => "flaky";

    public bool Wants(in EventHeader header) =>
        header.Partition.System == ShowtimeMachine.Id && header.Type == SeatsHeld.TypeId;

    public ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        if (log.IsBroken) throw new IOException("Out of order.");
        lock (log.Handled) log.Handled.Add(envelope.Header.Position);
        return ValueTask.CompletedTask;
    }

    internal sealed class Log
    {
        public bool IsBroken { get; set; }

        public List<long> Handled { get; } = [];
    }
}
