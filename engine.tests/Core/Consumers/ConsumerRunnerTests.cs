using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Tests.Storage.Journal;

namespace Catalog.Engine.Tests.Core.Consumers;

public sealed class ConsumerRunnerTests : IDisposable
{
    private readonly ConsumerWorld _world = new();
    private readonly NumberConsumer _consumer = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task HandlesEverythingInOrder()
    {
        _world.Commit(600);
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer);
        await ConsumerWorld.DrainAsync(runner);
        Assert.Equal(JournalReads.Numbers(0, 600), _consumer.Handled);
        Assert.Equal(_world.Journal.CommittedPosition, runner.Offset);
        _world.Commit(5);
        await ConsumerWorld.DrainAsync(runner);
        Assert.Equal(JournalReads.Numbers(0, 605), _consumer.Handled);
    }

    [Fact]
    public async Task PassesWhatIsNotWanted()
    {
        var evens = new NumberConsumer { Wanted = number => number % 2 == 0 };
        _world.Commit(9);
        await using ConsumerRunner runner = await _world.OpenAsync(evens);
        await ConsumerWorld.DrainAsync(runner);
        Assert.Equal([0UL, 2, 4, 6, 8], evens.Handled);
        Assert.Equal(_world.Journal.CommittedPosition, runner.Offset);
        Assert.Equal(5, runner.GetStatus().HandledCount);
    }

    [Fact]
    public async Task AStepIsBounded()
    {
        _world.Commit(25);
        var options = new ConsumerOptions { MaxStepEvents = 10 };
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, options);
        int[] steps = [10, 20, 25];
        foreach (int handled in steps)
        {
            Assert.True(await runner.StepAsync(CancellationToken.None));
            Assert.Equal(handled, _consumer.Handled.Count);
        }

        Assert.False(await runner.StepAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ANewConsumerMayStartAtTheEnd()
    {
        _world.Commit(5);
        var options = new ConsumerOptions { StartsAtEnd = true };
        await using (ConsumerRunner runner = await _world.OpenAsync(_consumer, options))
        {
            _world.Commit(2);
        }

        // Its beginning was kept: nothing committed since is skipped, although it handled nothing.
        await using ConsumerRunner again = await _world.OpenAsync(_consumer, options);
        await ConsumerWorld.DrainAsync(again);
        Assert.Equal([5UL, 6], _consumer.Handled);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task ARestartAtAnyPointSkipsNothing(int saveEvery)
    {
        const int count = 12;
        var options = new ConsumerOptions { SaveEveryEvents = saveEvery, MaxStepEvents = 1 };
        for (int handledBefore = 0; handledBefore <= count; handledBefore++)
        {
            using var world = new ConsumerWorld();
            world.Commit(count);
            var first = new NumberConsumer();

            // The process dies: the runner is left where it stands, never stopped.
            ConsumerRunner dead = await world.OpenAsync(first, options);
            for (int i = 0; i < handledBefore; i++) await dead.StepAsync(CancellationToken.None);
            world.Store = new DiskConsumerStore(world.Disk);
            var second = new NumberConsumer();
            await using ConsumerRunner runner = await world.OpenAsync(second, options);
            await ConsumerWorld.DrainAsync(runner);

            ulong from = second.Handled.Count == 0 ? count : second.Handled[0];
            Assert.Equal(JournalReads.Numbers(from, count), second.Handled);
            int repeated = handledBefore - (int)from;
            Assert.InRange(repeated, 0, saveEvery - 1);
            Assert.Equal(JournalReads.Numbers(0, (ulong)handledBefore), first.Handled);
        }
    }

    [Fact]
    public async Task StoppingSavesTheOffsetSoNothingIsRepeated()
    {
        _world.Commit(7);
        await using (ConsumerRunner runner = await _world.OpenAsync(_consumer)) await ConsumerWorld.DrainAsync(runner);
        await using ConsumerRunner again = await _world.OpenAsync(_consumer);
        await ConsumerWorld.DrainAsync(again);
        Assert.Equal(7, _consumer.Handled.Count);
    }

    [Fact]
    public async Task TheOffsetIsSavedInTime()
    {
        var options = new ConsumerOptions { SaveEveryMs = 500 };
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, options);
        long end = _world.Commit(3);
        await ConsumerWorld.DrainAsync(runner);
        Assert.Equal(0, runner.MinimumOffset);
        Assert.Equal(_world.Time.NowMs + 500, runner.NextDueMs);
        _world.Time.Advance(499);
        Assert.False(await runner.StepAsync(CancellationToken.None));
        Assert.Equal(0, runner.MinimumOffset);
        _world.Time.Advance(1);
        Assert.False(await runner.StepAsync(CancellationToken.None));
        Assert.Equal(end, runner.MinimumOffset);
        Assert.Equal(long.MaxValue, runner.NextDueMs);
        Assert.Equal(end, (await new DiskConsumerStore(_world.Disk).LoadAsync("numbers", default))!.Offset);
    }

    [Fact]
    public async Task TrimmingUpToTheMinimumKeepsWhatARestartNeeds()
    {
        var options = new ConsumerOptions { SaveEveryEvents = 10, MaxStepEvents = 1 };
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, options);
        for (int i = 0; i < 50; i++)
        {
            _world.Journal.Append(new TestBatch().Add((ulong)i, 200_000));
            _world.Journal.RunOnce();
            await runner.StepAsync(CancellationToken.None);
            _world.Journal.Trim(runner.MinimumOffset);
            _world.Store = new DiskConsumerStore(_world.Disk);
            var second = new NumberConsumer();
            ConsumerRunner other = await _world.OpenAsync(second);
            await other.StepAsync(CancellationToken.None);
            if (second.Handled.Count > 0) Assert.Equal((ulong)i, second.Handled[^1]);
        }

        Assert.True(_world.Journal.FirstPosition > 0, "Something was trimmed.");
    }

    [Fact]
    public async Task FactsThatWereTrimmedAwayAreNotSkippedInSilence()
    {
        await using (ConsumerRunner runner = await _world.OpenAsync(_consumer)) Assert.Equal(0, runner.Offset);
        for (int i = 0; i < 20; i++) _world.Journal.Append(new TestBatch().Add((ulong)i, 200_000));
        _world.Journal.RunOnce();
        _world.Journal.Trim(_world.Journal.CommittedPosition);
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => _world.OpenAsync(_consumer));
        Assert.Contains("'numbers'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOffsetBehindTheJournalsEndIsRefused()
    {
        await _world.Store.SaveOffsetAsync("numbers", 1, default);
        await Assert.ThrowsAsync<InvalidDataException>(() => _world.OpenAsync(_consumer));
    }

    [Fact]
    public async Task TheStatusTellsHowFarBehindItIs()
    {
        long end = _world.Commit(4);
        var options = new ConsumerOptions { MaxStepEvents = 2 };
        await using ConsumerRunner runner = await _world.OpenAsync(_consumer, options);
        Assert.Equal(end, runner.GetStatus().LagBytes);
        await runner.StepAsync(CancellationToken.None);
        ConsumerStatus status = runner.GetStatus();
        Assert.Equal(end / 2, status.LagBytes);
        Assert.Equal(_world.Time.NowMs - 10, status.LagMs);
        await ConsumerWorld.DrainAsync(runner);
        status = runner.GetStatus();
        Assert.Equal((0, 0, 4), (status.LagBytes, status.LagMs, status.HandledCount));
        Assert.Null(status.LastError);
    }

    [Fact]
    public void OptionsAreChecked()
    {
        ConsumerOptions[] wrong =
        [
            new() { MaxAttempts = 0 }, new() { FirstRetryMs = 0 }, new() { MaxRetryMs = 1 },
            new() { SaveEveryEvents = 0 }, new() { SaveEveryMs = 0 }, new() { MaxParked = -1 },
            new() { MaxStepEvents = 0 }, new() { MaxRetryMs = long.MaxValue },
        ];
        foreach (ConsumerOptions options in wrong)
            Assert.ThrowsAny<ArgumentException>(() => _world.Runner(_consumer, options));
    }
}
