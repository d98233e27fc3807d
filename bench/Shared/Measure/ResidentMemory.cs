using System.Globalization;

namespace Catalog.Bench.Shared.Measure;

/// <summary>How much memory of a process is resident.</summary>
internal static class ResidentMemory
{
    private const string Label = "VmRSS:";

    /// <summary>Bytes, as of now.</summary>
    public static long Of(int processId)
    {
        string line = File.ReadLines($"/proc/{processId}/status")
            .First(static line => line.StartsWith(Label, StringComparison.Ordinal));
        string kilobytes = line[Label.Length..].Replace("kB", "", StringComparison.Ordinal);
        return long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024;
    }
}
