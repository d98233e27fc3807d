using System.Globalization;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>Runs a test for many seeds; a failure names its seed, and CATALOG_SEED replays that one.</summary>
internal static class Seeds
{
    internal static void Each(int count, Action<int> test)
    {
        string? replay = Environment.GetEnvironmentVariable("CATALOG_SEED");
        int first = replay is null ? 0 : int.Parse(replay, CultureInfo.InvariantCulture);
        int end = replay is null ? count : first + 1;
        for (int seed = first; seed < end; seed++)
        {
            try
            {
                test(seed);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"CATALOG_SEED={seed}: {e.Message}", e);
            }
        }
    }
}
