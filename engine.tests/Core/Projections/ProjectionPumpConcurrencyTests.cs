using Catalog.Engine.Core.Projections;
using Catalog.Engine.Tests.Core.Shards;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Core.Projections;

public sealed class ProjectionPumpConcurrencyTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ProjectionWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task WhoeverWaitsReadsHisOwnWrites()
    {
        await using ProjectionPump pump = _world.Pump();
        ProjectionView<SumProjection> view = pump.Add(new SumProjection());
        pump.Start();
        for (int count = 1; count <= 60; count++)
        {
            long end = _world.Commit(1);
            await view.WaitForAsync(end).WaitAsync(Patience);
            Assert.Equal(SumProjection.StateAfter(count), ProjectionWorld.Read(view));
        }
    }

    [Fact]
    public async Task ReadersSeeAWholeModelAndTimeOnlyGoesForward()
    {
        const int total = 6_000;
        (long, ulong)[] states = [.. Enumerable.Range(0, total + 1).Select(count => SumProjection.StateAfter(count))];
        var options = new ProjectionOptions { MaxBatchEvents = 7, SaveEveryBytes = 20_000 };
        await using ProjectionPump pump = _world.Pump(options);
        ProjectionView<SumProjection> view = pump.Add(new SumProjection());
        pump.Start();
        Task[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (long seen = 0; seen < total;)
            {
                (long count, ulong hash) = ProjectionWorld.Read(view);
                Assert.True(count >= seen, $"From {seen} back to {count}.");
                Assert.Equal(states[count], (count, hash));
                seen = count;
            }
        }))];
        for (int committed = 0; committed < total; committed += 50) _world.Commit(50);
        await Task.WhenAll(readers).WaitAsync(Patience);
        await pump.StopAsync();
        Assert.Equal(_world.Journal.CommittedPosition, pump.MinimumOffset);
    }

    [Fact]
    public async Task TheLoopSavesWhenTheClockSaysSo()
    {
        await using ProjectionPump pump = _world.Pump(new ProjectionOptions { SaveEveryMs = 1000 });
        ProjectionView<SumProjection> view = pump.Add(new SumProjection());
        pump.Start();
        long end = _world.Commit(3);
        await view.WaitForAsync(end).WaitAsync(Patience);
        for (int i = 0; i < 10_000 && pump.MinimumOffset < end; i++)
        {
            _world.Time.Advance(100);
            await Task.Delay(1);
        }

        Assert.Equal(end, pump.MinimumOffset);
    }

    [Fact]
    public async Task FactsGoOnWhileModelsAreWritten()
    {
        using var isWriting = new SemaphoreSlim(0);
        using var mayWrite = new ManualResetEventSlim();
        var store = new AwaySnapshots(_world.Snapshots)
        {
            BeforeWrite = () =>
            {
                isWriting.Release();
                mayWrite.Wait(Patience);
            },
        };
        var pump = new ProjectionPump(_world.Journal, store, _world.Time, new ProjectionOptions { SaveEveryBytes = 1 });
        ProjectionView<SumProjection> view = pump.Add(new SumProjection());
        pump.Start();
        _world.Commit(3);
        Assert.True(await isWriting.WaitAsync(Patience));
        long end = _world.Commit(3);
        await view.WaitForAsync(end).WaitAsync(Patience);
        Assert.Equal(0, pump.MinimumOffset);
        mayWrite.Set();
        for (int i = 0; i < 10_000 && pump.MinimumOffset < end; i++) await Task.Delay(1);
        Assert.Equal(end, pump.MinimumOffset);
        await pump.StopAsync();
        ProjectionView<SumProjection> again = _world.Open(out _);
        Assert.Equal(end, again.AppliedPosition);
        Assert.Equal(SumProjection.StateAfter(6), ProjectionWorld.Read(again));
    }

    [Fact]
    public async Task StoppingFailsThoseWhoWaitForMore()
    {
        ProjectionPump pump = _world.Pump();
        ProjectionView<SumProjection> view = pump.Add(new SumProjection());
        pump.Start();
        Task waits = view.WaitForAsync(1);
        await pump.StopAsync().WaitAsync(Patience);
        await pump.StopAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => waits);
        Assert.True(pump.Completion.IsCompletedSuccessfully);
        Assert.Throws<ObjectDisposedException>(pump.Start);
    }

    [Fact]
    public void ReadingAndWaitingForWhatIsThereAllocateNothing()
    {
        ProjectionView<SumProjection> view = _world.Open(out ProjectionPump pump);
        long end = _world.Commit(3);
        ProjectionWorld.Drain(pump);
        AllocationGate.AssertNone(() => Assert.True(view.WaitForAsync(end).IsCompletedSuccessfully));
        AllocationGate.AssertNone(() => view.Read(end, static (projection, than) => projection.State.Count < than));
        AllocationGate.AssertNone(() => view.Read(static projection => projection.State.Count));
    }

    [Fact]
    public void ApplyingAllocatesNothing()
    {
        _world.Open(out ProjectionPump pump, options: new ProjectionOptions { MaxBatchEvents = 1 });
        _world.Commit(5_000);
        AllocationGate.AssertNone(() => Assert.True(pump.Step()), operations: 1_000);
    }
}
