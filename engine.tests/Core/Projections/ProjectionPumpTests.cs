using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Core.Shards;

namespace Catalog.Engine.Tests.Core.Projections;

public sealed class ProjectionPumpTests : IDisposable
{
    private readonly ProjectionWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void AModelIsWhatTheFactsSay()
    {
        ProjectionView<SumProjection> view = _world.Open(out ProjectionPump pump);
        Assert.Equal((0, 0UL), ProjectionWorld.Read(view));
        for (int count = 0; count <= 40; count += 5)
        {
            ProjectionWorld.Drain(pump);
            Assert.Equal(SumProjection.StateAfter(count), ProjectionWorld.Read(view));
            Assert.Equal(_world.Journal.CommittedPosition, view.AppliedPosition);
            _world.Commit(5);
        }
    }

    [Fact]
    public void EveryModelGetsWhatItWants()
    {
        ProjectionPump pump = _world.Pump();
        Func<ulong, bool> isEven = static number => number % 2 == 0;
        ProjectionView<SumProjection> all = pump.Add(new SumProjection("all"));
        ProjectionView<SumProjection> even = pump.Add(new SumProjection("even") { Wanted = isEven });
        pump.Open();
        _world.Commit(31);
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(31), ProjectionWorld.Read(all));
        Assert.Equal(SumProjection.StateAfter(31, isEven), ProjectionWorld.Read(even));
        Assert.Equal(all.AppliedPosition, even.AppliedPosition);
    }

    [Fact]
    public async Task ARestartAtAnyPointAppliesEveryFactOnce()
    {
        const int count = 15;
        for (int saveAfter = 0; saveAfter <= count; saveAfter++)
        {
            for (int dieAfter = saveAfter; dieAfter <= count; dieAfter += 4)
            {
                using var world = new ProjectionWorld();
                var options = new ProjectionOptions
                {
                    MaxBatchEvents = 1, SaveEveryMs = 100, SnapshotPieceBytes = 1 << (saveAfter % 8),
                };
                world.Open(out ProjectionPump dead, options: options);
                world.Commit(count);
                for (int i = 0; i < dieAfter; i++)
                {
                    if (i == saveAfter) world.Time.Advance(100);
                    Assert.True(dead.Step());
                }

                world.Restart();
                ProjectionView<SumProjection> view = world.Open(out ProjectionPump pump, options: options);
                ProjectionWorld.Drain(pump);
                Assert.Equal(SumProjection.StateAfter(count), ProjectionWorld.Read(view));
                await pump.StopAsync();
            }
        }
    }

    [Fact]
    public async Task StoppingSavesSoThatNothingIsReplayed()
    {
        ProjectionView<SumProjection> view = _world.Open(out ProjectionPump pump);
        long end = _world.Commit(10);
        ProjectionWorld.Drain(pump);
        Assert.Equal(0, pump.MinimumOffset);
        await pump.StopAsync();
        Assert.Equal(end, pump.MinimumOffset);
        Assert.Equal(SumProjection.StateAfter(10), ProjectionWorld.Read(view));

        _world.Restart();
        var projection = new SumProjection { Fails = static number => number < 10 };
        view = _world.Open(out pump, projection);
        Assert.Equal(end, view.AppliedPosition);
        _world.Commit(3);
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(13), ProjectionWorld.Read(view));
    }

    [Fact]
    public void ModelsAreSavedInTimeAndAfterEnoughBytes()
    {
        var options = new ProjectionOptions { SaveEveryMs = 100, SaveEveryBytes = 10_000 };
        _world.Open(out ProjectionPump pump, options: options);
        Assert.Equal(long.MaxValue, pump.NextDueMs);
        long first = _world.Commit(3);
        ProjectionWorld.Drain(pump);
        Assert.Equal(_world.Time.NowMs + 100, pump.NextDueMs);
        Assert.Equal(0, pump.MinimumOffset);
        _world.Time.Advance(100);
        Assert.False(pump.Step());
        Assert.Equal(first, pump.MinimumOffset);
        Assert.Equal(long.MaxValue, pump.NextDueMs);

        long second = _world.Commit(1, 10_000);
        ProjectionWorld.Drain(pump);
        Assert.Equal(second, pump.MinimumOffset);
    }

    [Fact]
    public async Task LargeModelsAreSavedOnlyOnceTheJournalHasGrownByTheirSize()
    {
        const int SmallBytes = 60;
        string name = new('m', 100 * SmallBytes);
        var options = new ProjectionOptions { SaveEveryBytes = 1 };
        _world.Open(out ProjectionPump pump, new SumProjection(name), options);
        Assert.Equal(StepAfter(SmallBytes), pump.MinimumOffset);
        long saved = pump.MinimumOffset;
        for (int i = 0; i < 10; i++) Assert.True(StepAfter(SmallBytes) > saved && pump.MinimumOffset == saved);
        Assert.Equal(StepAfter(name.Length), pump.MinimumOffset);
        await pump.StopAsync();

        saved = pump.MinimumOffset;
        _world.Restart();
        _world.Open(out pump, new SumProjection(name), options);
        for (int i = 0; i < 10; i++) Assert.True(StepAfter(SmallBytes) > saved && pump.MinimumOffset == saved);
        Assert.Equal(StepAfter(name.Length), pump.MinimumOffset);

        long StepAfter(int payloadBytes)
        {
            long position = _world.Commit(1, payloadBytes);
            ProjectionWorld.Drain(pump);
            return position;
        }
    }

    [Fact]
    public async Task ANewVersionIsBuiltAnew()
    {
        _world.Open(out ProjectionPump pump);
        _world.Commit(10);
        ProjectionWorld.Drain(pump);
        await pump.StopAsync();
        _world.Restart();
        Func<ulong, bool> isOdd = static number => number % 2 == 1;
        var changed = new SumProjection(version: 2) { Wanted = isOdd };
        ProjectionView<SumProjection> view = _world.Open(out pump, changed);
        Assert.Equal(0, pump.MinimumOffset);
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(10, isOdd), ProjectionWorld.Read(view));
        await pump.StopAsync();

        _world.Restart();
        view = _world.Open(out pump, new SumProjection(version: 2) { Fails = static _ => true });
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(10, isOdd), ProjectionWorld.Read(view));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task AnUnreadableSnapshotIsRebuiltFromTheFirstFact(int offset)
    {
        _world.Open(out ProjectionPump pump);
        _world.Commit(10);
        ProjectionWorld.Drain(pump);
        await pump.StopAsync();
        _world.Disk.FlipBit("snapshots/0000000000000001.pack", offset, 3);
        _world.Restart();
        var projection = new SumProjection();
        ProjectionView<SumProjection> view = _world.Open(out pump, projection);
        ProjectionWorld.Drain(pump);
        Assert.Equal(1, projection.ResetCount);
        Assert.Equal(SumProjection.StateAfter(10), ProjectionWorld.Read(view));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatCannotBeRebuiltFailsTheStart(bool isNewVersion)
    {
        _world.Open(out ProjectionPump pump);
        _world.Commit(30, 100_000);
        ProjectionWorld.Drain(pump);
        await pump.StopAsync();
        _world.Journal.Trim(pump.MinimumOffset);
        Assert.True(_world.Journal.FirstPosition > 0);
        _world.Restart();
        SumProjection projection = isNewVersion ? new SumProjection(version: 2) : new SumProjection("another");
        var thrown = Assert.Throws<InvalidDataException>(() => _world.Open(out _, projection));
        Assert.Contains($"'{projection.Name}'", thrown.Message, StringComparison.Ordinal);

        // The model that was saved goes on.
        ProjectionView<SumProjection> view = _world.Open(out pump);
        _world.Commit(2);
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(32), ProjectionWorld.Read(view));
    }

    [Fact]
    public void ASnapshotBehindTheJournalsEndIsRefused()
    {
        var set = new SnapshotSet();
        var slot = new ProjectionSlot(new SumProjection());
        slot.StartAt(1000);
        slot.Capture(set);
        _world.Snapshots.Write(set);
        Assert.Throws<InvalidDataException>(() => _world.Open(out _));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void AModelThatAnotherNodeSavesWhileItIsReadIsReadAgain(int rewrites)
    {
        var shared = new AwaySnapshots(_world.Snapshots);
        var writer = new ProjectionSlot(new SumProjection());
        Save(1);
        shared.BeforeRead = key =>
        {
            if (SnapshotPieces.IsPiece(key) && rewrites-- > 0) Save(writer.AppliedPosition + 1);
        };
        var reader = new ProjectionSlot(new SumProjection());
        if (rewrites < 5) Assert.Equal(5, reader.Load(new SnapshotReader(shared), out _));
        else Assert.Throws<SnapshotReplacedException>(() => reader.Load(new SnapshotReader(shared), out _));

        void Save(long position)
        {
            var set = new SnapshotSet(pieceBytes: 4);
            writer.StartAt(position);
            writer.Capture(set);
            _world.Snapshots.Write(set);
        }
    }

    [Fact]
    public async Task AModelSavedLaterThanAnotherDoesNotGetFactsTwice()
    {
        _world.Open(out ProjectionPump pump, new SumProjection("late"));
        _world.Commit(10);
        ProjectionWorld.Drain(pump);
        await pump.StopAsync();
        _world.Restart();
        pump = _world.Pump(new ProjectionOptions { MaxBatchEvents = 4 });
        ProjectionView<SumProjection> late = pump.Add(new SumProjection("late"));
        ProjectionView<SumProjection> fresh = pump.Add(new SumProjection("fresh"));
        pump.Open();
        Assert.Equal(0, pump.MinimumOffset);
        _world.Commit(7);
        Assert.True(pump.Step());
        Assert.Equal(SumProjection.StateAfter(4), ProjectionWorld.Read(fresh));
        Assert.Equal(SumProjection.StateAfter(10), ProjectionWorld.Read(late));
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(17), ProjectionWorld.Read(fresh));
        Assert.Equal(SumProjection.StateAfter(17), ProjectionWorld.Read(late));
    }

    [Fact]
    public async Task AModelThatFailsIsOutAndTheOthersGoOn()
    {
        var reports = new List<string>();
        ProjectionPump pump = _world.Pump(new ProjectionOptions { Report = (text, _) => reports.Add(text) });
        ProjectionView<SumProjection> bad = pump.Add(new SumProjection("bad") { Fails = static number => number == 5 });
        ProjectionView<SumProjection> good = pump.Add(new SumProjection("good"));
        pump.Open();
        long end = _world.Commit(10);
        Task waits = bad.WaitForAsync(end);
        ProjectionWorld.Drain(pump);
        _world.Commit(1);
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(11), ProjectionWorld.Read(good));
        Assert.Throws<InvalidOperationException>(() => ProjectionWorld.Read(bad));
        await Assert.ThrowsAsync<InvalidOperationException>(() => waits);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad.WaitForAsync(end));
        Assert.Contains("'bad'", Assert.Single(reports), StringComparison.Ordinal);
        await pump.StopAsync();
        Assert.Equal(0, pump.MinimumOffset);

        // Corrected, it catches up.
        _world.Restart();
        ProjectionView<SumProjection> view = _world.Open(out pump, new SumProjection("bad"));
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(11), ProjectionWorld.Read(view));
    }

    [Fact]
    public void SnapshotsThatCannotBeWrittenAreWrittenLater()
    {
        var reports = new List<string>();
        var options = new ProjectionOptions { SaveEveryMs = 100, Report = (text, _) => reports.Add(text) };
        _world.Open(out ProjectionPump pump, options: options);
        long end = _world.Commit(3);
        ProjectionWorld.Drain(pump);
        _world.Disk.FailAt(1);
        _world.Time.Advance(100);
        pump.Step();
        Assert.Equal(0, pump.MinimumOffset);
        Assert.Single(reports);
        _world.Time.Advance(100);
        pump.Step();
        Assert.Equal(end, pump.MinimumOffset);
    }

    [Fact]
    public async Task APowerCutAnywhereLeavesAModelThatIsExact()
    {
        bool isUntouched = false;
        for (int cutAt = 1; !isUntouched; cutAt++)
        {
            using var world = new ProjectionWorld(seed: cutAt);
            var options = new ProjectionOptions { SaveEveryBytes = 1 };
            world.Open(out ProjectionPump dead, options: options);
            world.Disk.LosePowerAt(cutAt);
            for (int i = 0; i < 12; i++)
            {
                world.Commit(1);
                ProjectionWorld.Drain(dead);
            }

            isUntouched = world.Disk.FailedStep is null;
            world.Disk.Crash();
            world.Restart();
            ProjectionView<SumProjection> view = world.Open(out ProjectionPump pump, options: options);
            Assert.True(view.AppliedPosition >= dead.MinimumOffset, "What was saved is there.");
            ProjectionWorld.Drain(pump);
            Assert.Equal(SumProjection.StateAfter(12), ProjectionWorld.Read(view));
            await pump.StopAsync();
            Assert.True(cutAt < 500, "A run ends untouched.");
        }
    }

    [Fact]
    public void NamesAreTakenOnceAndBeforeTheStart()
    {
        ProjectionPump pump = _world.Pump();
        pump.Add(new SumProjection());
        Assert.Throws<InvalidOperationException>(() => pump.Add(new SumProjection()));
        pump.Open();
        Assert.Throws<InvalidOperationException>(() => pump.Add(new SumProjection("other")));
        Assert.Throws<InvalidOperationException>(pump.Open);
    }

    [Fact]
    public void TheKeysOfModelsAreNotTheCoresOwn()
    {
        PartitionKey key = new ProjectionSlot(new SumProjection()).Key;
        Assert.Equal(0, key.System);
        Assert.True(key.Key > long.MaxValue);
        Assert.Equal(key, new ProjectionSlot(new SumProjection()).Key);
        Assert.NotEqual(key, new ProjectionSlot(new SumProjection("sumt")).Key);
    }

    [Fact]
    public void ABatchIsBoundedInFactsAndBytes()
    {
        _world.Commit(20, 1000);
        var batch = new EventBatch(maxEvents: 8, maxBytes: 4500);
        using var reader = _world.Journal.OpenReader(0);
        int[] expected = [5, 5, 5, 5, 0];
        foreach (int count in expected)
        {
            batch.Fill(_world.Journal, reader);
            batch.CheckInvariants();
            Assert.Equal(count, batch.Count);
        }

        Assert.Equal(_world.Journal.CommittedPosition, batch.EndPosition);
    }
}
