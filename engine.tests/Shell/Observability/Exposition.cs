using System.Globalization;
using System.Text.RegularExpressions;

namespace Catalog.Engine.Tests.Shell.Observability;

/// <summary>Reads Prometheus text and holds it to the format's rules.</summary>
internal sealed partial class Exposition
{
    private readonly Dictionary<string, string> _types = [];
    private readonly Dictionary<string, double> _samples = [];

    public Exposition(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (string line in text.TrimEnd('\n').Split('\n')) Read(line);
        foreach ((string family, string type) in _types)
            if (type == "histogram") CheckHistogram(family);
    }

    public double this[string sample] => _samples[sample];

    public IEnumerable<string> Names => _samples.Keys;

    private void Read(string line)
    {
        if (line.StartsWith("# HELP ", StringComparison.Ordinal)) return;
        if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
        {
            string[] words = line.Split(' ');
            Assert.True(_types.TryAdd(words[2], words[3]), $"{words[2]} is announced twice.");
            return;
        }

        Match match = Sample().Match(line);
        Assert.True(match.Success, line);
        string name = match.Groups["name"].Value;
        Assert.True(_types.ContainsKey(name) || IsPart(name), $"{name} was not announced.");
        double value = double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture);
        Assert.True(_samples.TryAdd(name + match.Groups["labels"].Value, value), $"{line} is there twice.");
    }

    private bool IsPart(string name) => new[] { "_bucket", "_sum", "_count" }.Any(end =>
        name.EndsWith(end, StringComparison.Ordinal) && _types.GetValueOrDefault(name[..^end.Length]) == "histogram");

    /// <summary>Buckets only grow, and the last one holds everything.</summary>
    private void CheckHistogram(string family)
    {
        string last = "";
        double seen = 0;
        foreach ((string sample, double value) in _samples.Where(each =>
            each.Key.StartsWith(family + "_bucket{", StringComparison.Ordinal)))
        {
            string series = Bound().Replace(sample, "");
            if (series != last) seen = 0;
            Assert.True(value >= seen, $"{sample} is less than the bucket before.");
            (last, seen) = (series, value);
            if (!sample.Contains("le=\"+Inf\"", StringComparison.Ordinal)) continue;
            string labels = series[(family.Length + "_bucket".Length)..];
            Assert.Equal(value, _samples[family + "_count" + (labels == "{}" ? "" : labels)]);
        }
    }

    [GeneratedRegex(
        """^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{.*"\})? (?<value>[-+.eE0-9]+|[-+]Inf|NaN)$""")]
    private static partial Regex Sample();

    [GeneratedRegex(",?le=\"[^\"]*\"")]
    private static partial Regex Bound();
}
