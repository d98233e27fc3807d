using Catalog.Engine.Core.Ids;

namespace Catalog.Engine.Tests.Core.Ids;

public sealed class IdGeneratorConcurrencyTests
{
    private const int Threads = 4;
    private const int IdsPerThread = 50_000;

    [Fact]
    public void Threads_share_a_generator_without_a_duplicate_while_the_clock_jumps_about()
    {
        var time = new ManualTime(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var ids = new IdGenerator(77, time);
        long[][] made = new long[Threads][];
        using var start = new Barrier(Threads);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() =>
        {
            start.SignalAndWait();
            made[index] = Make(ids, time, index);
        }))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();

        foreach (long[] own in made) Assert.True(own.Zip(own.Skip(1)).All(pair => pair.First < pair.Second));
        Assert.Equal(Threads * IdsPerThread, made.SelectMany(own => own).Distinct().Count());
        Assert.All(made, own => Assert.Equal(77, IdGenerator.NodeOf(own[^1])));
    }

    private static long[] Make(IdGenerator ids, ManualTime time, int index)
    {
        long[] made = new long[IdsPerThread];
        for (int i = 0; i < made.Length; i++)
        {
            if (i % 1_000 == index) time.Advance(TimeSpan.FromMilliseconds(index % 2 == 0 ? 3 : -2));
            made[i] = ids.Next();
        }

        return made;
    }
}
