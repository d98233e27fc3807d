using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Catalog.Bench.Shared.Hosts;

namespace Catalog.Bench.Shared.Measure;

/// <summary>What a figure is worth nothing without: the machine, its disk, the date.</summary>
internal static class MachineFacts
{
    private const int SyncCount = 64;
    private const int BlockBytes = 4096;

    /// <summary>Prints one line of facts.</summary>
    public static void Print(string folder)
    {
        (double median, double p99) = SyncLatencyUs(folder);
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 20);
        string date = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        BenchRun.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{date} UTC · {Environment.ProcessorCount} cores ({Processor()}) · {memory / 1024.0:0.#} GiB · " +
            $"{RuntimeInformation.OSDescription} · {RuntimeInformation.FrameworkDescription} · " +
            $"4 KiB write + fdatasync {median:0} µs (p99 {p99:0} µs) in {Path.GetTempPath()}"));
    }

    /// <summary>How long it takes to write a block in place and have it on the disk.</summary>
    public static (double MedianUs, double P99Us) SyncLatencyUs(string folder)
    {
        string path = Path.Combine(folder, "sync-latency");
        var histogram = new LatencyHistogram();
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            byte[] block = new byte[BlockBytes];
            for (int i = 0; i < SyncCount; i++) file.Write(block);
            file.Flush(flushToDisk: true);
            for (int i = 0; i < SyncCount; i++)
            {
                file.Position = (long)i * BlockBytes;
                long start = Stopwatch.GetTimestamp();
                file.Write(block);
                Native.SyncData(file.SafeFileHandle);
                histogram.Record(Stopwatch.GetElapsedTime(start));
            }
        }

        File.Delete(path);
        return (histogram.PercentileNs(50) / 1e3, histogram.PercentileNs(99) / 1e3);
    }

    private static string Processor()
    {
        const string CpuInfo = "/proc/cpuinfo", Label = "model name";
        string? line = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(l => l.StartsWith(Label, StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
