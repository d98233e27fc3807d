using Catalog.Engine.Core.Projections;
using Catalog.Engine.Tests.Storage.Journal;

namespace Catalog.Engine.Tests.Core.Projections;

public sealed class EventTailTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ProjectionWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void YieldsWhatIsCommittedFromNowOnAndIsWanted()
    {
        _world.Open(out ProjectionPump pump);
        _world.Commit(5);
        using EventSubscription all = pump.Tail.Subscribe();
        using EventSubscription odd = pump.Tail.Subscribe(10, static header => header.Partition.Key % 2 == 1);
        _world.Commit(4);
        ProjectionWorld.Drain(pump);
        Assert.Equal([5UL, 6, 7, 8], Drain(all));
        Assert.Equal([5UL, 7], Drain(odd));
        Assert.False(all.TryRead(out _));
    }

    [Fact]
    public void AFullQueueDropsUntilTheReaderHasBeenToldOfTheGap()
    {
        _world.Open(out ProjectionPump pump);
        using EventSubscription slow = pump.Tail.Subscribe(capacity: 3);
        _world.Commit(5);
        ProjectionWorld.Drain(pump);
        Assert.True(slow.TryRead(out TailItem first));
        Assert.Equal(0UL, first.Header.Partition.Key);

        // There is room again, but a fact here would stand before the gap it belongs behind.
        _world.Commit(1);
        ProjectionWorld.Drain(pump);
        Assert.Equal([1UL, 2], DrainUpToGap(slow));
        Assert.False(slow.TryRead(out _));
        _world.Commit(2);
        ProjectionWorld.Drain(pump);
        Assert.Equal([6UL, 7], Drain(slow));
    }

    [Fact]
    public void TheModelHasWhatAListenerIsTold()
    {
        ProjectionView<SumProjection> view = _world.Open(
            out ProjectionPump pump, options: new ProjectionOptions { MaxBatchEvents = 2 });
        using EventSubscription tail = pump.Tail.Subscribe();
        _world.Commit(9);
        while (pump.Step())
            while (tail.TryRead(out TailItem item))
                Assert.True((ulong)ProjectionWorld.Read(view).Count > item.Header.Partition.Key);
    }

    [Fact]
    public async Task ASlowReaderWaitsAndIsWoken()
    {
        await using ProjectionPump pump = _world.Pump();
        pump.Start();
        using EventSubscription tail = pump.Tail.Subscribe();
        for (ulong number = 0; number < 30; number++)
        {
            Task<TailItem?> next = tail.ReadAsync().AsTask();
            _world.Commit(1);
            TailItem item = (await next.WaitAsync(Patience))!.Value;
            Assert.Equal(number, item.Header.Partition.Key);
            Assert.True(TestBatch.IsPayloadOf(item.Payload.Span, number));
        }
    }

    [Fact]
    public async Task WhoeverComesInTheMiddleMissesNothingBehindWhereItBegins()
    {
        await using ProjectionPump pump = _world.Pump();
        pump.Start();
        using var enough = new CancellationTokenSource();
        Task committing = Task.Run(() =>
        {
            while (!enough.IsCancellationRequested) _world.Commit(1);
        });
        for (int i = 0; i < 300; i++)
        {
            using EventSubscription tail = pump.Tail.Subscribe(capacity: 1);
            TailItem first = (await tail.ReadAsync().AsTask().WaitAsync(Patience))!.Value;
            Assert.Equal(tail.StartPosition, first.Header.Position);
        }

        await enough.CancelAsync();
        await committing;
    }

    [Fact]
    public async Task ACancelledReadCanBeRepeated()
    {
        _world.Open(out ProjectionPump pump);
        using EventSubscription tail = pump.Tail.Subscribe();
        using var cancel = new CancellationTokenSource();
        Task<TailItem?> read = tail.ReadAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        _world.Commit(1);
        ProjectionWorld.Drain(pump);
        Assert.Equal(0UL, (await tail.ReadAsync().AsTask().WaitAsync(Patience))!.Value.Header.Partition.Key);
    }

    [Fact]
    public async Task TheEndIsTold()
    {
        ProjectionPump pump = _world.Pump();
        pump.Start();
        EventSubscription disposed = pump.Tail.Subscribe();
        using EventSubscription open = pump.Tail.Subscribe();
        disposed.Dispose();
        Assert.Equal(1, pump.Tail.SubscriptionCount);
        Assert.Null(await disposed.ReadAsync());
        Task<TailItem?> read = open.ReadAsync().AsTask();
        await pump.StopAsync();
        Assert.Null(await read.WaitAsync(Patience));
        using EventSubscription late = pump.Tail.Subscribe();
        Assert.Null(await late.ReadAsync());
    }

    private static List<ulong> Drain(EventSubscription subscription)
    {
        var numbers = new List<ulong>();
        while (subscription.TryRead(out TailItem item))
        {
            Assert.False(item.IsGap);
            numbers.Add(item.Header.Partition.Key);
        }

        return numbers;
    }

    private static List<ulong> DrainUpToGap(EventSubscription subscription)
    {
        var numbers = new List<ulong>();
        while (subscription.TryRead(out TailItem item) && !item.IsGap) numbers.Add(item.Header.Partition.Key);
        return numbers;
    }
}
