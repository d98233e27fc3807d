using System.Diagnostics;
using System.Globalization;

namespace Catalog.Bench.Shared.Measure;

/// <summary>
/// Processor time of this process beside the wall clock: on a machine that others use too it tells what something
/// costs, as opposed to what it was let have.
/// </summary>
internal readonly record struct CpuTime(TimeSpan Cpu, long WallTicks)
{
    /// <summary>As of now.</summary>
    public static CpuTime Now()
    {
        using var process = Process.GetCurrentProcess();
        return new CpuTime(process.TotalProcessorTime, Stopwatch.GetTimestamp());
    }

    /// <summary>What <paramref name="operations"/> cost since <paramref name="since"/>, in words.</summary>
    public static string Describe(string name, long operations, CpuTime since)
    {
        TimeSpan cpu = Now().Cpu - since.Cpu;
        double share = cpu / Stopwatch.GetElapsedTime(since.WallTicks);
        double ns = cpu.TotalNanoseconds / operations;
        return string.Create(
            CultureInfo.InvariantCulture, $"  {name}: {ns:0} ns of processor time each, {share:0.00} cores busy");
    }
}
