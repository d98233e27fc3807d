using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Simulation;
using Catalog.Engine.Tests.Storage.Journal;

namespace Catalog.Engine.Tests.Core.Consumers;

/// <summary>A journal of numbers, a clock and a store, and runners that are stepped by the test.</summary>
internal sealed class ConsumerWorld : IDisposable
{
    private ulong _next;

    public ConsumerWorld(IJournal? journal = null, IDisk? disk = null)
    {
        Disk = disk ?? new SimulatedDisk(1);
        Journal = (InMemoryJournal)(journal ?? new InMemoryJournal());
        Store = new DiskConsumerStore(Disk);
    }

    public IDisk Disk { get; }

    public InMemoryJournal Journal { get; }

    public IConsumerStore Store { get; set; }

    public FakeTime Time { get; } = new();

    /// <summary>Commits the next numbers, each in a batch of its own; returns the position behind them.</summary>
    public long Commit(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Journal.Append(new TestBatch().Add(_next++));
            Journal.RunOnce();
        }

        return Journal.CommittedPosition;
    }

    public ConsumerRunner Runner(NumberConsumer consumer, ConsumerOptions? options = null) =>
        new(consumer, Journal, Store, Time, options);

    public async Task<ConsumerRunner> OpenAsync(NumberConsumer consumer, ConsumerOptions? options = null)
    {
        ConsumerRunner runner = Runner(consumer, options);
        await runner.OpenAsync();
        return runner;
    }

    /// <summary>Steps until there is nothing to do now.</summary>
    public static async Task DrainAsync(ConsumerRunner runner)
    {
        for (int steps = 0; await runner.StepAsync(CancellationToken.None); steps++)
        {
            runner.CheckInvariants();
            Assert.True(steps < 10_000, "The steps end.");
        }

        runner.CheckInvariants();
    }

    /// <summary>Steps and moves the clock to whatever is due next, until nothing is due.</summary>
    public async Task DrainWithTimeAsync(ConsumerRunner runner)
    {
        await DrainAsync(runner);
        for (int waits = 0; runner.NextDueMs != long.MaxValue; waits++)
        {
            Assert.True(waits < 1_000, "The waits end.");
            Time.Advance(Math.Max(0, runner.NextDueMs - Time.NowMs));
            await DrainAsync(runner);
        }
    }

    public void Dispose() => Journal.Dispose();
}
