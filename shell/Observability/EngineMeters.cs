using System.Diagnostics.Metrics;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Observability;

/// <summary>
/// The engine's figures as instruments, under the meter <c>Catalog.Engine</c>: for a collector. They are made only when
/// one is configured; <c>/metrics</c> reads the figures themselves.
/// </summary>
internal sealed class EngineMeters : IDisposable
{
    /// <summary>The meter.</summary>
    internal const string Name = "Catalog.Engine";

    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _commit;
    private readonly Histogram<int> _batch;

    /// <summary>Makes the instruments.</summary>
    internal EngineMeters(EngineHost engine)
    {
        var bounds = new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [.0002, .0005, .001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5],
        };
        _commit = _meter.CreateHistogram(
            "catalog.engine.commit.duration", "s", "Time until a decided batch is durable", null, bounds);
        _batch = _meter.CreateHistogram<int>("catalog.engine.batch.size", "{command}", "Commands in a batch");
        Observe("catalog.engine.mailbox.depth", "{command}", static shard => shard.MailboxDepth);
        Observe("catalog.engine.partitions", "{partition}", static shard => shard.PartitionCount);
        _meter.CreateObservableCounter(
            "catalog.engine.commands", () => All(static shard => shard.CommandCount), "{command}", "Commands decided");
        _meter.CreateObservableGauge(
            "catalog.journal.live", () => engine.ReadJournal() is var journal
                ? journal.CommittedPosition - journal.FirstPosition
                : 0,
            "By",
            "Bytes of records that are kept");

        void Observe(string name, string unit, Func<ShardStatus, long> value) =>
            _meter.CreateObservableGauge(name, () => All(value), unit);

        IEnumerable<Measurement<long>> All(Func<ShardStatus, long> value) =>
            engine.Engine.ReadShards().Select(shard => new Measurement<long>(value(shard), Tag(shard.Index)));
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    /// <summary>Books a batch.</summary>
    internal void Record(in BatchReport batch)
    {
        KeyValuePair<string, object?> tag = Tag(batch.Shard);
        _commit.Record(batch.Commit.TotalSeconds, tag);
        _batch.Record(batch.CommandCount, tag);
    }

    private static KeyValuePair<string, object?> Tag(int shard) => new("shard", shard);
}
