using System.Globalization;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// Whole-system runs. <c>CATALOG_SEED</c> replays one seed, <c>CATALOG_SIM_SEEDS</c> runs more of them.
/// </summary>
public sealed class SimulationTests
{
    internal const int Steps = 1500;

    private const int UsualSeeds = 500;

    private static readonly string[] Situations =
    [
        "Done", "Repeated", "KeyReused", "KeyRunning", "Busy", "StorageFull",
        "died", "failed to start", "found what was on its way", "lost what was on its way",
        "figures equal in another life",
        "replay from a checkpoint", "snapshot ahead", "trimmed", "parked", "left memory",
        "fact 1", "fact 2", "fact 10", "fact 11", "fact 12", "fact 13", "fact 14",
        "fact 20", "fact 21", "fact 22", "fact 23", "fact 24", "fact 30", "fact 31", "fact 32", "fact 33",
        "fact 40", "fact 41", "fact 42", "fact 50", "fact 51", "fact 52", "fact 53", "fact 54",
    ];

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
        HashSet<string> seen = [];
        int runs = 0;
        SeedSweep.Each(count, seed =>
        {
            seen.UnionWith(SimulatedWorld.Run(seed, Steps).Oracle.Seen);
            runs++;
        });

        // What never comes up is not tested.
        if (runs >= UsualSeeds) Assert.Empty(Situations.Except(seen));
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
        HashSet<ulong> histories = [];
        for (int seed = 0; seed < 10; seed++)
            Assert.True(histories.Add(SimulatedWorld.Run(seed, Steps).Oracle.History));
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
