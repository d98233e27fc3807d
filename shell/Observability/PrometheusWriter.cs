using System.Globalization;
using System.Text;

namespace Catalog.Shell.Observability;

/// <summary>
/// Writes the text format of Prometheus, version 0.0.4: a family is announced once and its samples follow. Not
/// thread-safe.
/// </summary>
internal sealed class PrometheusWriter
{
    /// <summary>The content type of the format.</summary>
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>
    /// Bounds of the duration buckets in microseconds: where buckets of <see cref="DurationHistogram"/> end, so that
    /// every count is exact.
    /// </summary>
    private static readonly long[] Bounds =
    [
        128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072, 262_144, 524_288, 1_048_576,
        2_097_152, 4_194_304, 8_388_608,
    ];

    private readonly StringBuilder _text = new(16 * 1024);

    /// <summary>Announces a family.</summary>
    /// <param name="name">Its full name, unit and <c>_total</c> included.</param>
    /// <param name="type"><c>counter</c>, <c>gauge</c> or <c>histogram</c>.</param>
    /// <param name="help">What it is, on one line.</param>
    internal void Begin(string name, string type, string help)
    {
        string line = help.Replace("\\", "\\\\", StringComparison.Ordinal).ReplaceLineEndings(" ");
        _text.Append("# HELP ").Append(name).Append(' ').Append(line).Append('\n');
        _text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
    }

    /// <summary>A sample.</summary>
    internal void Sample(string name, string labels, double value)
    {
        _text.Append(name);
        if (labels.Length > 0) _text.Append('{').Append(labels).Append('}');
        _text.Append(' ').Append(NumberOf(value)).Append('\n');
    }

    /// <summary>A family of one sample.</summary>
    internal void Single(string name, string type, string help, double value)
    {
        Begin(name, type, help);
        Sample(name, "", value);
    }

    /// <summary>The samples of a histogram of durations, in seconds.</summary>
    internal void Durations(string name, string labels, DurationCounts counts)
    {
        string lead = labels.Length == 0 ? "" : labels + ",";
        foreach (long bound in Bounds)
            Sample(name + "_bucket", $"{lead}le=\"{NumberOf(bound / 1e6)}\"", counts.CountUpTo(bound));
        Sample(name + "_bucket", lead + "le=\"+Inf\"", counts.Count);
        Sample(name + "_sum", labels, counts.SumMicros / 1e6);
        Sample(name + "_count", labels, counts.Count);
    }

    /// <summary>The samples of a histogram with bounds of its own.</summary>
    /// <param name="name">The family.</param>
    /// <param name="labels">Its labels.</param>
    /// <param name="bounds">Upper bounds, inclusive, ascending.</param>
    /// <param name="counts">A count a bound, and one more for what lies above the last; not cumulated.</param>
    /// <param name="sum">All values together.</param>
    internal void Buckets(
        string name, string labels, ReadOnlySpan<double> bounds, ReadOnlySpan<long> counts, double sum)
    {
        string lead = labels.Length == 0 ? "" : labels + ",";
        long seen = 0;
        for (int i = 0; i < bounds.Length; i++)
        {
            seen += counts[i];
            Sample(name + "_bucket", $"{lead}le=\"{NumberOf(bounds[i])}\"", seen);
        }

        for (int i = bounds.Length; i < counts.Length; i++) seen += counts[i];
        Sample(name + "_bucket", lead + "le=\"+Inf\"", seen);
        Sample(name + "_sum", labels, sum);
        Sample(name + "_count", labels, seen);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string NumberOf(double value) => double.IsPositiveInfinity(value)
        ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);
}
