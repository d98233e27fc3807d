using System.Diagnostics;
using System.Globalization;

namespace Catalog.Bench.Shared.Measure;

/// <summary>
/// What another process has used so far. On a machine that others use too, processor time per answer tells what an
/// answer costs, as opposed to how many there was time for.
/// </summary>
/// <param name="Cpu">Processor time of all its threads.</param>
/// <param name="SwitchCount">How often one of the threads it has now left a processor; 0 where it is not told.</param>
internal readonly record struct ProcessCost(TimeSpan Cpu, long SwitchCount)
{
    private const string Counters = "ctxt_switches:";

    /// <summary>As of now.</summary>
    public static ProcessCost Of(int processId)
    {
        using var process = Process.GetProcessById(processId);
        string tasks = $"/proc/{processId}/task";
        long switches = Directory.Exists(tasks) ? Directory.GetDirectories(tasks).Sum(SwitchesOf) : 0;
        return new ProcessCost(process.TotalProcessorTime, switches);
    }

    /// <summary>What so many answers cost since then, in words.</summary>
    public string Since(ProcessCost start, long answers)
    {
        double microseconds = (Cpu - start.Cpu).TotalMicroseconds / answers;
        double switches = (double)(SwitchCount - start.SwitchCount) / answers;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"server: {microseconds:0.0} µs of processor time, {switches:0.00} switches an answer");
    }

    private static long SwitchesOf(string task)
    {
        try
        {
            return File.ReadLines(Path.Combine(task, "status"))
                .Where(line => line.Contains(Counters, StringComparison.Ordinal))
                .Sum(line => long.Parse(line.AsSpan(line.IndexOf(':') + 1), CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // The thread ended meanwhile.
            return 0;
        }
    }
}
