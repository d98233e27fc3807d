using System.Diagnostics.Metrics;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Events;

/// <summary>
/// A consumer whose lag is measured: from the time of a fact until the consumer is done with it, waits, retries and the
/// clock's millisecond included. One call at a time; <see cref="Lag"/> may be read beside it.
/// </summary>
internal sealed class TimedConsumer(IEventConsumer consumer, TimeProvider clock) : IEventConsumer
{
    private static readonly Meter Meter = new("Catalog.Events");
    private static readonly Histogram<long> LagMs = Meter.CreateHistogram<long>(
        "catalog.consumer.lag", "ms", "From the time of a fact until a consumer is done with it");

    private readonly KeyValuePair<string, object?> _tag = new("consumer", consumer.Name);

    /// <inheritdoc/>
    public string Name => consumer.Name;

    /// <summary>How old the last facts were.</summary>
    public RecentLag Lag { get; } = new();

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) => consumer.Wants(in header);

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        await consumer.HandleAsync(envelope, cancel);
        long ageMs = clock.GetUtcNow().ToUnixTimeMilliseconds() - envelope.Header.TimeMs;
        Lag.Record(ageMs);
        LagMs.Record(Math.Max(0, ageMs), _tag);
    }

    /// <inheritdoc/>
    public ValueTask FlushAsync(CancellationToken cancel) => consumer.FlushAsync(cancel);
}
