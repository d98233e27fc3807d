using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Tests.Storage.Snapshots;

/// <summary>The power fails at the first, second, third … operation until a run ends untouched.</summary>
public sealed class PackedSnapshotStoreCrashTests
{
    private const int Partitions = 6;

    // Every pack becomes sparse sooner or later, so merging and deleting are among the operations.
    private static readonly PackedSnapshotOptions Options = new() { MergeBytesPerWrite = 120, PacksPerTier = 2 };

    private static readonly int[][] Sets = [[0, 1, 2, 3, 4], [0, 1, 2], [5, 1], [0], [3, 4], [2, 5, 1], [0], [1]];

    [Fact]
    public void EveryWriteIsThereWholeOrNotAtAllAndAnsweredOnesAlways()
    {
        bool untouched = false;
        for (int crashAt = 1; !untouched; crashAt++)
        {
            for (int seed = 0; seed < 12; seed++)
            {
                var disk = new CrashDisk { CrashAt = crashAt };
                int answered = Run(disk);
                untouched = answered == Sets.Length;
                if (untouched) Assert.True(disk.Operations < crashAt, "A run that ends never met its crash.");
                disk.Restart(new Random(seed));
                CheckAfterRestart(disk, answered, $"crash at {crashAt}, seed {seed}");
            }

            Assert.True(crashAt < 500, "The run never ends untouched.");
        }
    }

    [Fact]
    public void ASecondCrashDuringOpeningLosesNothingEither()
    {
        for (int crashAt = 20; crashAt < 50; crashAt++)
        {
            for (int second = 1; second < 8; second++)
            {
                var disk = new CrashDisk { CrashAt = crashAt };
                int answered = Run(disk);
                disk.Restart(new Random(crashAt));
                disk.CrashAt = second;
                try
                {
                    using var store = new PackedSnapshotStore(disk, Options);
                    SnapshotWorld.Write(store, (99, 1));
                }
                catch (IOException)
                {
                    // The power failed again.
                }

                disk.Restart(new Random(second));
                CheckAfterRestart(disk, answered, $"crash at {crashAt}, then at {second}");
            }
        }
    }

    private static int Run(CrashDisk disk)
    {
        try
        {
            using var store = new PackedSnapshotStore(disk, Options);
            for (int number = 0; number < Sets.Length; number++)
            {
                try
                {
                    SnapshotWorld.Write(store, [.. Sets[number].Select(key => ((ulong)key, (long)number))]);
                }
                catch (IOException)
                {
                    return number;
                }
            }
        }
        catch (IOException)
        {
            return 0;
        }

        return Sets.Length;
    }

    private static void CheckAfterRestart(CrashDisk disk, int answered, string run)
    {
        using var store = new PackedSnapshotStore(disk, Options);
        store.CheckInvariants();
        long?[] found = [.. Enumerable.Range(0, Partitions).Select(key => SnapshotWorld.Read(store, (ulong)key))];
        long?[] before = StateAfter(answered);
        long?[] after = StateAfter(Math.Min(answered + 1, Sets.Length));
        bool fits = found.SequenceEqual(before) || found.SequenceEqual(after);
        Assert.True(fits, $"{run}: {answered} answered, found {string.Join(' ', found)}");
        Assert.DoesNotContain(disk.List("snapshots"), name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private static long?[] StateAfter(int writes)
    {
        var state = new long?[Partitions];
        for (int number = 0; number < writes; number++)
            foreach (int key in Sets[number]) state[key] = number;
        return state;
    }
}
