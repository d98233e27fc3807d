using System.Globalization;
using Catalog.Engine.Core.Shards;

namespace Catalog.Shell.Observability;

/// <summary>
/// How long batches took from being decided to being durable, and how large they were. Told by the journal's thread, a
/// batch at a time: a few additions. Thread-safe.
/// </summary>
public sealed class EngineTimings(SlowOperations slow, TimeProvider clock)
{
    private readonly DurationHistogram _decide = new();
    private readonly DurationHistogram _commit = new();
    private readonly BatchSizes _sizes = new();

    /// <summary>From the turn's begin until the batch went to the journal.</summary>
    public DurationCounts ReadDecide() => _decide.Read();

    /// <summary>From going to the journal until being durable.</summary>
    public DurationCounts ReadCommit() => _commit.Read();

    /// <summary>The same as instruments, when a collector listens.</summary>
    internal EngineMeters? Meters { get; set; }

    /// <summary>How many commands were in how many batches.</summary>
    internal BatchSizes Sizes => _sizes;

    /// <summary>Books a batch.</summary>
    public void Record(BatchReport batch)
    {
        _sizes.Record(batch.CommandCount);
        // A batch that changed nothing costs no sync; it would only make the disk look quicker than it is.
        if (batch.SizeBytes > 0) _commit.Record(batch.Commit);
        _decide.Record(batch.Decide);
        Meters?.Record(in batch);
        TimeSpan whole = batch.Decide + batch.Commit;
        if (whole >= slow.Floor) OfferSlow(batch, whole);
    }

    private void OfferSlow(BatchReport batch, TimeSpan whole)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string detail = string.Create(
            culture,
            $"{batch.CommandCount} commands, {batch.SizeBytes} bytes, decided {batch.Decide.TotalMilliseconds:0.0} ms");
        string name = string.Create(culture, $"shard {batch.Shard}");
        slow.Offer(new SlowOperation("commit", name, detail, clock.GetUtcNow().ToUnixTimeMilliseconds(), whole, null));
    }
}
