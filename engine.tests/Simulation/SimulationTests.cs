using System.Globalization;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// Whole-system runs. <c>CATALOG_SEED</c> replays one seed, <c>CATALOG_SIM_SEEDS</c> runs more of them.
/// </summary>
public sealed class SimulationTests
{
    internal const int Steps = 800;

    private const int UsualSeeds = 500;

    [Fact]
    public void Seeds_that_once_found_a_bug_pass()
    {
        foreach (int seed in Regressions()) SimulatedWorld.Run(seed, Steps);
    }

    [Fact]
    public void The_engine_keeps_its_promises()
    {
        string? wanted = Environment.GetEnvironmentVariable("CATALOG_SIM_SEEDS");
        int count = int.TryParse(wanted, CultureInfo.InvariantCulture, out int more) ? more : UsualSeeds;
        SeedSweep.Each(count, static seed => SimulatedWorld.Run(seed, Steps));
    }

    [Fact]
    public void The_same_seed_makes_the_same_history()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            SimulatedWorld first = SimulatedWorld.Run(seed, Steps);
            SimulatedWorld second = SimulatedWorld.Run(seed, Steps);
            Assert.Equal(
                (first.Oracle.History, first.Oracle.AnswerCount, first.LifeCount),
                (second.Oracle.History, second.Oracle.AnswerCount, second.LifeCount));
        }
    }

    [Fact]
    public void Different_seeds_make_different_histories()
    {
        ulong[] histories = [.. Enumerable.Range(0, 10).Select(static seed => SimulatedWorld.Run(seed, Steps).Oracle.History)];
        Assert.Equal(histories.Length, histories.Distinct().Count());
    }

    private static IEnumerable<int> Regressions()
    {
        foreach (string line in File.ReadLines(Repository.FullPath("engine.tests/Simulation/Seeds.txt")))
        {
            string seed = line.Split('#')[0].Trim();
            if (seed.Length > 0) yield return int.Parse(seed, CultureInfo.InvariantCulture);
        }
    }
}
