using System.Diagnostics.Metrics;

namespace Catalog.Shell.Observability;

/// <summary>
/// What an instrument said for one set of tags: a sum or last value, or counts in buckets. Guarded by the collector.
/// </summary>
internal sealed class MeterSeries(Instrument instrument, string labels)
{
    /// <summary>Bounds where the instrument advises none: OpenTelemetry's, for milliseconds.</summary>
    private static readonly double[] UsualBounds =
        [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000];

    private readonly double[]? _bounds = BoundsOf(instrument);
    private readonly bool _isLastValue = instrument is Gauge<double> or Gauge<long> or Gauge<int>;
    private long[]? _counts;

    /// <summary>The instrument.</summary>
    public Instrument Instrument { get; } = instrument;

    /// <summary>Its tags as labels.</summary>
    public string Labels { get; } = labels;

    /// <summary>The value, or the sum of a histogram.</summary>
    public double Value { get; private set; }

    /// <summary>Upper bounds of a histogram's buckets; null for all others.</summary>
    public double[]? Bounds => _bounds;

    /// <summary>Counts of a histogram's buckets, and of what lies above.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Takes a measurement.</summary>
    public void Add(double value)
    {
        Value = _isLastValue ? value : Value + value;
        if (_bounds is null) return;
        _counts ??= new long[_bounds.Length + 1];
        int index = Array.BinarySearch(_bounds, value);
        _counts[index >= 0 ? index : ~index]++;
    }

    /// <summary>Forgets what was observed, before it is observed again.</summary>
    public void Clear() => Value = 0;

    private static double[]? BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> of => [.. of.Advice?.HistogramBucketBoundaries ?? UsualBounds],
        Histogram<long> of => [.. of.Advice?.HistogramBucketBoundaries?.Select(static b => (double)b) ?? UsualBounds],
        _ => null,
    };
}
