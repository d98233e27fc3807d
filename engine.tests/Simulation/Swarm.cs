namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// Which steps and wishes a seed has, and how often. Leaving some out altogether reaches states that an even mixture
/// never does (A. Groce et al., "Swarm Testing", ISSTA 2012).
/// </summary>
internal sealed class Swarm
{
    private readonly int[] _steps;
    private readonly int[] _wishes;

    internal Swarm(Random random)
    {
        // Of an even mixture commands and turns make up most; a crash comes every hundred steps or so.
        _steps = Draw(random, [500, 240, 240, 12, 60, 12, 40, 40, 80, 10, 1, 2, 2, 2, 2, 2, 2, 8]);
        _wishes = Draw(random, [30, 20, 5, 5, 40, 4, 40, 6, 3, 3, 8, 2, 8, 1, 2, 1, 12, 3, 12, 8, 3, 2, 2]);
        Floor(SimulatedStep.Command, 100);
        Floor(SimulatedStep.Turn, _steps[(int)SimulatedStep.Command] / 5);
        Floor(SimulatedStep.Journal, _steps[(int)SimulatedStep.Command] / 8);
        if (_steps[(int)SimulatedStep.FillDisk] > 0) _steps[(int)SimulatedStep.FreeDisk] = 6;
        _wishes[(int)ClientWish.Reserve] = Math.Max(_wishes[(int)ClientWish.Reserve], 10);
    }

    internal SimulatedStep NextStep(Random random) => (SimulatedStep)Pick(random, _steps);

    internal ClientWish NextWish(Random random) => (ClientWish)Pick(random, _wishes);

    private void Floor(SimulatedStep step, int weight) => _steps[(int)step] = Math.Max(_steps[(int)step], weight);

    private static int[] Draw(Random random, int[] even)
    {
        int[] weights = new int[even.Length];
        for (int i = 0; i < even.Length; i++)
        {
            // A quarter of all features are left out of a seed; the others are up to three times as frequent.
            bool isIn = random.Next(4) > 0;
            weights[i] = isIn ? 1 + random.Next(even[i] * 3) : 0;
        }

        return weights;
    }

    private static int Pick(Random random, int[] weights)
    {
        int at = random.Next(weights.Sum());
        int index = 0;
        while (at >= weights[index]) at -= weights[index++];
        return index;
    }
}
