namespace Catalog.Engine.Tests.House;

/// <summary>
/// Measures what an operation allocates in steady state, with the runtime's own per-thread counter, which counts every
/// byte. The operation runs until it is warm (types initialised, buffers at their working size), then in a few rounds
/// of which the least counts: what allocates by nature does so in every round.
/// </summary>
public static class AllocationGate
{
    private const int Rounds = 3;

    /// <summary>
    /// Bytes that <paramref name="operations"/> calls of a warm <paramref name="operation"/> allocate.
    /// </summary>
    public static long Measure(Action operation, int operations = 1_000)
    {
        long least = Round(operation, operations);
        for (int round = 0; round < Rounds; round++) least = Math.Min(least, Round(operation, operations));
        return least;
    }

    /// <summary>Fails unless a warm <paramref name="operation"/> allocates not one byte.</summary>
    public static void AssertNone(Action operation, int operations = 1_000)
    {
        long bytes = Measure(operation, operations);
        Assert.True(bytes == 0, $"{bytes} B allocated in {operations} operations, expected none.");
    }

    private static long Round(Action operation, int operations)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < operations; i++) operation();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
