using System.Globalization;

namespace Catalog.Bench.Shared.Measure;

/// <summary>Measures a figure several times and takes the middle one.</summary>
internal static class Rounds
{
    /// <summary>The median of <see cref="BenchRun.Runs"/> measurements; says what it got.</summary>
    public static async Task<double> MedianAsync(BenchRun run, string name, Func<Task<double>> measure)
    {
        var values = new double[run.Runs];
        for (int i = 0; i < values.Length; i++)
        {
            run.Cancel.ThrowIfCancellationRequested();
            values[i] = await measure();
        }

        double median = Median(values);
        string all = string.Join(" · ", values.Select(v => v.ToString("N0", CultureInfo.InvariantCulture)));
        BenchRun.Say($"  {name}: {all}");
        return median;
    }

    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    public static double Median(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) throw new ArgumentException("There is no median of nothing.", nameof(values));
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
