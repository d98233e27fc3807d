using System.Globalization;
using Spectre.Console;

namespace Catalog.Bench.Shared.Measure;

/// <summary>Draws a latency histogram: a bar a bound, each twice or two and a half times the one before.</summary>
internal static class LatencyChart
{
    private const double NsPerMs = 1e6;
    private static readonly double[] BoundsMs = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>Prints it.</summary>
    public static void Print(LatencyHistogram histogram)
    {
        var chart = new BarChart().Width(100).Label("answers by latency");
        long before = 0;
        foreach (double bound in BoundsMs)
        {
            long upTo = histogram.CountUpToNs((long)(bound * NsPerMs));
            chart.AddItem(string.Create(CultureInfo.InvariantCulture, $"up to {bound} ms"), upTo - before, Color.Grey);
            before = upTo;
        }

        chart.AddItem("above", histogram.Count - before, Color.Grey);
        AnsiConsole.Write(chart);
    }
}
