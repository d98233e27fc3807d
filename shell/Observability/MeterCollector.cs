using System.Diagnostics.Metrics;

namespace Catalog.Shell.Observability;

/// <summary>
/// Listens to the house's own meters (<c>Catalog.…</c>), whichever system made them, so that <c>/metrics</c> shows them
/// without knowing them. Meters of one name are added up. Bounded: beyond <see cref="MaxSeries"/> sets of tags new ones
/// are left out, and counted. Thread-safe.
/// </summary>
internal sealed class MeterCollector : IDisposable
{
    /// <summary>Sets of tags kept, of all instruments together.</summary>
    internal const int MaxSeries = 4096;

    private const string Own = "Catalog.";
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Name, string Labels), MeterSeries> _series = [];

    /// <summary>Short cuts for what is measured most: one tag, its value a text.</summary>
    private readonly Dictionary<(Instrument Instrument, string Tag), MeterSeries> _byTag = [];
    private long _leftOut;

    /// <summary>Begins to listen.</summary>
    public MeterCollector()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            string meter = instrument.Meter.Name;
            bool isShownOtherwise = meter == EngineMeters.Name;
            if (meter.StartsWith(Own, StringComparison.Ordinal) && !isShownOtherwise)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    /// <summary>Asks what is observed, and writes everything. O(series).</summary>
    internal void Write(PrometheusWriter writer)
    {
        lock (_gate)
        {
            foreach (MeterSeries series in _series.Values)
                if (series.Instrument.IsObservable) series.Clear();
            _listener.RecordObservableInstruments();
            foreach (IGrouping<string, MeterSeries> family in _series.Values
                .GroupBy(static series => series.Instrument.Name).OrderBy(static group => group.Key))
                WriteFamily(writer, family.First().Instrument, family);
            writer.Single(
                "catalog_metrics_left_out_total", "counter", "Measurements with more sets of tags than are kept",
                _leftOut);
        }
    }

    private static void WriteFamily(PrometheusWriter writer, Instrument instrument, IEnumerable<MeterSeries> all)
    {
        (string name, string type) = Describe(instrument);
        writer.Begin(name, type, instrument.Description ?? instrument.Name);
        foreach (MeterSeries series in all.OrderBy(static series => series.Labels, StringComparer.Ordinal))
        {
            if (series.Bounds is { } bounds)
                writer.Buckets(name, series.Labels, bounds, series.Counts, series.Value);
            else
                writer.Sample(name, series.Labels, series.Value);
        }
    }

    /// <summary>Name and type of a family: the unit goes into the name, and <c>_total</c> behind a counter's.</summary>
    private static (string Name, string Type) Describe(Instrument instrument)
    {
        string unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            _ => "",
        };
        string name = LabelText.NameOf(instrument.Name) + unit;
        Type kind = instrument.GetType().GetGenericTypeDefinition();
        if (kind == typeof(Histogram<>)) return (name, "histogram");
        bool isCounter = kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>);
        return isCounter ? (name + "_total", "counter") : (name, "gauge");
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_gate)
        {
            string? tag = tags.Length == 1 ? tags[0].Value as string : null;
            if (tag is not null && _byTag.TryGetValue((instrument, tag), out MeterSeries? known))
            {
                known.Add(value);
                return;
            }

            if (FindSlow(instrument, tags) is not { } series) return;
            if (tag is not null && _byTag.Count < MaxSeries) _byTag[(instrument, tag)] = series;
            series.Add(value);
        }
    }

    private MeterSeries? FindSlow(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string labels = LabelText.Of(tags);
        if (_series.TryGetValue((instrument.Name, labels), out MeterSeries? series)) return series;
        if (_series.Count >= MaxSeries)
        {
            _leftOut++;
            return null;
        }

        series = new MeterSeries(instrument, labels);
        _series.Add((instrument.Name, labels), series);
        return series;
    }
}
