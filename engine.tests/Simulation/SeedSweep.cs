using System.Globalization;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>Runs a test for seeds 0, 1, 2 and on; a failure names its seed, and CATALOG_SEED runs that alone.</summary>
internal static class SeedSweep
{
    internal static void Each(int count, Action<int> test)
    {
        string? given = Environment.GetEnvironmentVariable("CATALOG_SEED");
        bool replays = ulong.TryParse(given, CultureInfo.InvariantCulture, out ulong only);
        int first = replays ? (int)(only & int.MaxValue) : 0;
        int runs = replays ? 1 : count;
        for (int seed = first; runs > 0; seed++, runs--) Run(seed, test);
    }

    private static void Run(int seed, Action<int> test)
    {
        try
        {
            test(seed);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"CATALOG_SEED={seed} replays this: {e.Message}", e);
        }
    }
}
