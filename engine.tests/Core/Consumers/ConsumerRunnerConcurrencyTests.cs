using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Core.Consumers;

public sealed class ConsumerRunnerConcurrencyTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConsumerWorld _world = new();
    private readonly NumberConsumer _consumer = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task TheLoopFollowsCommitsAndReleasesThoseWhoWait()
    {
        await using ConsumerRunner runner = _world.Runner(_consumer);
        await runner.StartAsync();
        for (ulong i = 0; i < 50; i++)
        {
            long end = _world.Commit(1);
            await runner.WaitForAsync(end).WaitAsync(Patience);
            Assert.Equal(i, _consumer.Handled[^1]);
        }

        Assert.False(runner.WaitForAsync(_world.Journal.CommittedPosition + 1).IsCompleted);
    }

    [Fact]
    public async Task TheLoopRetriesWhenTheClockSaysSo()
    {
        _consumer.Fails = number => number == 0 && _consumer.Tried.Count < 3;
        await using ConsumerRunner runner = _world.Runner(_consumer);
        await runner.StartAsync();
        Task wait = runner.WaitForAsync(_world.Commit(2));
        for (int i = 0; i < 10_000 && !wait.IsCompleted; i++)
        {
            _world.Time.Advance(50);
            await Task.Delay(1);
        }

        await wait.WaitAsync(Patience);
        Assert.Equal([0UL, 0, 0, 1], _consumer.Tried);
    }

    [Fact]
    public async Task StoppingCancelsTheFactUnderWayAndItComesAgain()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _consumer.Work = async cancel =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        };
        ConsumerRunner runner = _world.Runner(_consumer);
        await runner.StartAsync();
        Task wait = runner.WaitForAsync(_world.Commit(2));
        await begun.Task.WaitAsync(Patience);
        await runner.StopAsync().WaitAsync(Patience);
        await Assert.ThrowsAsync<InvalidOperationException>(() => wait);
        await Assert.ThrowsAsync<InvalidOperationException>(() => runner.WaitForAsync(long.MaxValue));
        await Assert.ThrowsAsync<InvalidOperationException>(() => runner.ReplayAsync(0));
        Assert.True(runner.Completion.IsCompletedSuccessfully);

        _consumer.Work = static _ => Task.CompletedTask;
        await using ConsumerRunner again = await _world.OpenAsync(_consumer);
        await ConsumerWorld.DrainAsync(again);
        Assert.Equal([0UL, 1], _consumer.Handled);
    }

    [Fact]
    public async Task OperatorsAndTheLoopNeverCallTheConsumerAtOnce()
    {
        int inside = 0;
        _consumer.Fails = static number => number % 3 == 0;
        _consumer.Work = async _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        };
        await using ConsumerRunner runner = _world.Runner(_consumer, new ConsumerOptions { MaxAttempts = 1 });
        await runner.StartAsync();
        for (int i = 0; i < 60; i++)
        {
            Task wait = runner.WaitForAsync(_world.Commit(5));
            await runner.ReplayAllAsync();
            if (i % 10 == 0) await runner.PauseAsync();
            runner.Resume();
            await wait.WaitAsync(Patience);
        }

        Assert.Equal(100, runner.ListParked().Count);
        Assert.DoesNotContain(runner.ListParked(), parked => parked.Error.Contains("Assert", StringComparison.Ordinal));
        Assert.Equal(200, _consumer.Handled.Count);
    }

    [Fact]
    public async Task ACancelledWaitLeavesNothingBehind()
    {
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer);
        using var cancel = new CancellationTokenSource();
        Task cancelled = runner.WaitForAsync(10, cancel.Token);
        Task kept = runner.WaitForAsync(10);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _world.Commit(1);
        await ConsumerWorld.DrainAsync(runner);
        await kept.WaitAsync(Patience);
    }

    [Fact]
    public async Task WaitingForWhatIsDoneAllocatesNothing()
    {
        long end = _world.Commit(3);
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer);
        await ConsumerWorld.DrainAsync(runner);
        AllocationGate.AssertNone(() => Assert.True(runner.WaitForAsync(end).IsCompletedSuccessfully));
    }

    [Fact]
    public async Task ARunnerStartsOnce()
    {
        await using ConsumerRunner runner = _world.Runner(_consumer);
        await runner.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => runner.StartAsync());
        await runner.StopAsync();
        await runner.StopAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => runner.StartAsync());
    }

    [Fact]
    public async Task WaitersAreReleasedInOrderOfTheirPositions()
    {
        var waiters = new PositionWaiters();
        waiters.Advance(0);
        Random random = Seeds.Random(3);
        (int Position, Task Task)[] all = [.. Enumerable.Range(0, 200).Select(_ =>
        {
            int position = random.Next(1, 1000);
            return (position, waiters.WaitAsync(position, CancellationToken.None));
        })];
        for (int reached = 0; reached <= 1000; reached += random.Next(40))
        {
            waiters.Advance(reached);
            waiters.CheckInvariants();
            foreach ((int position, Task task) in all.Where(one => one.Position > reached))
                Assert.False(task.IsCompleted, $"{position} is not reached at {reached}.");
        }

        waiters.Advance(1000);
        await Task.WhenAll(all.Select(one => one.Task)).WaitAsync(Patience);
    }
}
