using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Storage.Journal;

/// <summary>Crashes and faults at every step: what was acknowledged is there, in order, and groups are whole.</summary>
public sealed class FileJournalCrashTests
{
    private const int SeedCount = 300;
    private const int MaxRounds = 60;
    private const int Lives = 4;

    [Fact]
    public void NothingAcknowledgedIsLostInLivesThatEndInPowerCuts() =>
        SeedSweep.Each(SeedCount, static seed => RunLives(seed, static (disk, random) =>
        {
            disk.LosePowerAt(1 + random.Next(150));
            return disk.Crash;
        }));

    [Fact]
    public void NothingAcknowledgedIsLostWhenAWriteOrSyncFailsAndTheProcessStartsAgain() =>
        SeedSweep.Each(SeedCount, static seed => RunLives(seed, static (disk, random) =>
        {
            disk.FailAt(1 + random.Next(150));
            return random.Next(2) == 0 ? disk.Crash : disk.Restart;
        }));

    [Fact]
    public void EveryStepMayBeTheOneThatFails()
    {
        for (int step = 1; ; step++)
        {
            SimulatedDisk disk = new(5);
            JournalLife life = new(disk, new Random(5));
            disk.FailAt(step);
            bool opened = life.TryOpen();
            for (int round = 0; opened && round < MaxRounds && life.TryRound(); round++)
            {
            }

            bool untouched = disk.FailedStep is null;
            int acknowledged = life.Acknowledged;
            disk.Crash();
            Assert.True(life.TryOpen(), $"step {step}: opens without the fault");
            life.Verify();
            Assert.True(life.TryRound(), $"step {step}: goes on");
            if (untouched)
            {
                Assert.True(acknowledged > 100 && step > 120, "the run did something");
                return;
            }
        }
    }

    [Fact]
    public void EveryStepMayBeTheLastBeforeAPowerCut()
    {
        for (int step = 1; ; step++)
        {
            SimulatedDisk disk = new(step);
            JournalLife life = new(disk, new Random(6));
            disk.LosePowerAt(step);
            bool opened = life.TryOpen();
            for (int round = 0; opened && round < MaxRounds && life.TryRound(); round++)
            {
            }

            bool untouched = disk.FailedStep is null;
            disk.Crash();
            Assert.True(life.TryOpen(), $"step {step}: opens again");
            life.Verify();
            if (untouched) return;
        }
    }

    [Fact]
    public void AfterAFailedSyncNothingIsAcknowledgedAndNothingRetried()
    {
        int stops = 0;
        SimulatedDisk disk = new(1);
        FileJournalOptions options = new()
        {
            SegmentBytes = 16 * 1024,
            MaxGroupBytes = 4 * 1024,
            FailStop = (_, _) => stops++,
        };
        FileJournal journal = FileJournal.Open(disk, options);
        journal.Append(new TestBatch().Add(0));
        journal.RunOnce();
        TestBatch lost = new TestBatch().Add(1);
        TestBatch later = new TestBatch().Add(2);
        journal.Append(lost);
        disk.FailAt(2);
        journal.RunOnce();
        Assert.Equal("sync journal/0000000000000000.seg", disk.FailedStep);
        int steps = disk.Steps;
        journal.Append(later);
        Assert.False(journal.RunOnce());
        journal.Dispose();
        Assert.Equal(1, stops);
        Assert.Equal(steps, disk.Steps);
        Assert.False(lost.IsDurable || later.IsDurable || journal.AcceptsWrites);
    }

    private static void RunLives(int seed, Func<SimulatedDisk, Random, Action> arm)
    {
        SimulatedDisk disk = new(seed);
        Random random = new(seed);
        JournalLife life = new(disk, random);
        for (int i = 0; i < Lives; i++)
        {
            Action end = arm(disk, random);
            if (life.TryOpen())
            {
                life.Verify();
                for (int round = 0; round < MaxRounds && life.TryRound(); round++)
                {
                }

                if (random.Next(4) == 0) life.Journal!.Dispose();
            }

            end();
        }

        Assert.True(life.TryOpen());
        life.Verify();
        Assert.True(life.TryRound());
    }
}
