using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Tests.Storage.Journal;

namespace Catalog.Engine.Tests.Core.Consumers;

public sealed class ConsumerRetryTests : IDisposable
{
    private static readonly ConsumerOptions Options = new() { MaxAttempts = 4, FirstRetryMs = 100, MaxRetryMs = 300 };

    private readonly ConsumerWorld _world = new();
    private readonly NumberConsumer _consumer = new() { Fails = number => number == 2 };

    public void Dispose() => _world.Dispose();

    [Fact]
    public void WaitsDoubleUpToTheLimitAndLoseUpToAHalf()
    {
        long[] longest = [100, 200, 300, 300, 300];
        for (ulong seed = 0; seed < 200; seed++)
        {
            for (int failed = 1; failed <= longest.Length; failed++)
            {
                long delay = RetrySchedule.DelayMs(Options, seed, failed);
                Assert.InRange(delay, longest[failed - 1] / 2, longest[failed - 1]);
                Assert.Equal(delay, RetrySchedule.DelayMs(Options, seed, failed));
            }
        }

        HashSet<long> different = [];
        for (ulong seed = 0; seed < 200; seed++) different.Add(RetrySchedule.DelayMs(Options, seed, 3));
        Assert.True(different.Count > 50, "Consumers that failed together do not come back together.");
    }

    [Fact]
    public async Task AFactThatFailsIsTriedAgainWhenItsWaitIsOver()
    {
        _world.Commit(4);
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, Options);
        await ConsumerWorld.DrainAsync(runner);
        Assert.Equal([0UL, 1, 2], _consumer.Tried);
        Assert.Equal("FormatException: No 2, please.", runner.GetStatus().LastError);
        Assert.Equal(1, runner.GetStatus().HeadAttempts);

        long waitMs = runner.NextDueMs - _world.Time.NowMs;
        Assert.InRange(waitMs, 50, 100);
        _world.Time.Advance(waitMs - 1);
        await ConsumerWorld.DrainAsync(runner);
        Assert.Equal(3, _consumer.Tried.Count);

        _consumer.Fails = static _ => false;
        _world.Time.Advance(1);
        await ConsumerWorld.DrainAsync(runner);
        Assert.Equal([0UL, 1, 2, 3], _consumer.Handled);
        Assert.Equal(0, runner.GetStatus().HeadAttempts);
        Assert.Equal(1, runner.GetStatus().FailedAttemptCount);
    }

    [Fact]
    public async Task AfterTheLastAttemptItIsParkedAndTheOthersGoOn()
    {
        _world.Commit(5);
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, Options);
        await _world.DrainWithTimeAsync(runner);
        Assert.Equal([0UL, 1, 3, 4], _consumer.Handled);
        Assert.Equal(Options.MaxAttempts, _consumer.Tried.Count(number => number == 2));
        ParkedEvent parked = Assert.Single(runner.ListParked());
        Assert.Equal(2UL, parked.Header.Partition.Key);
        Assert.Equal(20, parked.Header.TimeMs);
        Assert.Equal(Options.MaxAttempts, parked.Attempts);
        Assert.Equal("FormatException: No 2, please.", parked.Error);
        Assert.InRange(parked.ParkedAtMs, _world.Time.NowMs - 2_000, _world.Time.NowMs);
        Assert.True(TestBatch.IsPayloadOf(parked.Payload.Span, 2));
        Assert.Equal(_world.Journal.CommittedPosition, runner.Offset);
    }

    [Fact]
    public async Task ParkedFactsSurviveAndCanBeReplayed()
    {
        _world.Commit(5);
        ConsumerRunner dead = await _world.OpenAsync(_consumer, Options);
        await _world.DrainWithTimeAsync(dead);
        _world.Store = new DiskConsumerStore(_world.Disk);
        ConsumerRunner runner = await _world.OpenAsync(_consumer, Options);
        ParkedEvent parked = Assert.Single(runner.ListParked());
        Assert.Equal(dead.ListParked()[0] with { Payload = parked.Payload }, parked);
        long position = parked.Header.Position;

        Assert.Equal(ReplayOutcome.NotParked, await runner.ReplayAsync(position + 1));
        Assert.Equal(ReplayOutcome.Failed, await runner.ReplayAsync(position));
        Assert.Equal(Options.MaxAttempts + 1, Assert.Single(runner.ListParked()).Attempts);
        _consumer.Fails = static _ => false;
        Assert.Equal(ReplayOutcome.Handled, await runner.ReplayAsync(position));
        Assert.Empty(runner.ListParked());
        Assert.Contains(2UL, _consumer.Handled);
        Assert.Empty((await new DiskConsumerStore(_world.Disk).LoadAsync("numbers", default))!.Parked);
    }

    [Fact]
    public async Task AllParkedFactsAreReplayedInOrderOrDiscarded()
    {
        _consumer.Fails = static number => number % 2 == 1;
        _world.Commit(8);
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, Options);
        await _world.DrainWithTimeAsync(runner);
        Assert.Equal([1UL, 3, 5, 7], runner.ListParked().Select(parked => parked.Header.Partition.Key));
        _consumer.Fails = static number => number == 3;
        Assert.Equal(3, await runner.ReplayAllAsync());
        Assert.Equal([0UL, 2, 4, 6, 1, 5, 7], _consumer.Handled);
        long position = Assert.Single(runner.ListParked()).Header.Position;
        Assert.True(await runner.DiscardAsync(position));
        Assert.False(await runner.DiscardAsync(position));
        Assert.Empty(runner.ListParked());
        Assert.DoesNotContain(3UL, _consumer.Handled);
    }

    [Fact]
    public async Task WithNoRoomToParkItStandsStillAndLosesNothing()
    {
        _consumer.Fails = static number => number is 1 or 3;
        _world.Commit(6);
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, Options with { MaxParked = 1 });
        for (int i = 0; i < 20; i++)
        {
            await ConsumerWorld.DrainAsync(runner);
            _world.Time.Advance(Options.MaxRetryMs);
        }

        Assert.Equal([0UL, 2], _consumer.Handled);
        Assert.Equal(1, runner.GetStatus().ParkedCount);
        Assert.True(runner.GetStatus().HeadAttempts > Options.MaxAttempts);
        await runner.DiscardAsync(runner.ListParked()[0].Header.Position);
        await _world.DrainWithTimeAsync(runner);
        Assert.Equal([0UL, 2, 4, 5], _consumer.Handled);
        Assert.Equal(3UL, runner.ListParked()[0].Header.Partition.Key);
    }

    [Fact]
    public async Task APausedConsumerIsOnlyCalledByOperators()
    {
        _world.Commit(5);
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, Options);
        await _world.DrainWithTimeAsync(runner);
        await runner.PauseAsync();
        _world.Commit(2);
        await _world.DrainWithTimeAsync(runner);
        Assert.Equal(4, _consumer.Handled.Count);
        Assert.True(runner.GetStatus().IsPaused);
        _consumer.Fails = static _ => false;
        Assert.Equal(1, await runner.ReplayAllAsync());
        Assert.Equal([0UL, 1, 3, 4, 2], _consumer.Handled);
        runner.Resume();
        await _world.DrainWithTimeAsync(runner);
        Assert.Equal([0UL, 1, 3, 4, 2, 5, 6], _consumer.Handled);
    }

    [Fact]
    public async Task AFactIsNotPassedWhileItCannotBeKept()
    {
        var store = new FailingStore(_world.Store) { FailsToPark = true };
        _world.Store = store;
        _world.Commit(4);
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, Options);
        for (int i = 0; i < 10; i++)
        {
            await ConsumerWorld.DrainAsync(runner);
            _world.Time.Advance(Options.MaxRetryMs);
        }

        Assert.Equal([0UL, 1], _consumer.Handled);
        Assert.Empty(runner.ListParked());
        Assert.Contains("no room", runner.GetStatus().LastError, StringComparison.Ordinal);
        store.FailsToPark = false;
        await _world.DrainWithTimeAsync(runner);
        Assert.Single(runner.ListParked());
        Assert.Equal([0UL, 1, 3], _consumer.Handled);
    }

    [Fact]
    public async Task AnOffsetThatCannotBeSavedIsSavedLater()
    {
        var store = new FailingStore(_world.Store);
        _world.Store = store;
        _consumer.Fails = static _ => false;
        long end = _world.Commit(4);
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, Options);
        store.FailsToSave = true;
        await ConsumerWorld.DrainAsync(runner);
        _world.Time.Advance(Options.SaveEveryMs);
        await ConsumerWorld.DrainAsync(runner);
        Assert.Equal((4, 0), (_consumer.Handled.Count, runner.MinimumOffset));
        Assert.Contains("no room", runner.GetStatus().LastError, StringComparison.Ordinal);
        store.FailsToSave = false;
        await _world.DrainWithTimeAsync(runner);
        Assert.Equal(end, runner.MinimumOffset);
    }

    [Fact]
    public async Task ALongErrorIsCut()
    {
        _consumer.Work = static _ => throw new InvalidOperationException(new string('x', 100_000));
        _world.Commit(1);
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, Options with { MaxAttempts = 1 });
        await _world.DrainWithTimeAsync(runner);
        Assert.InRange(Assert.Single(runner.ListParked()).Error.Length, 100, 1_000);
    }
}
