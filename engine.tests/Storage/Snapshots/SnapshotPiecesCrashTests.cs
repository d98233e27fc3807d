using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Storage.Snapshots;

/// <summary>The power fails at every operation while states in pieces are written: between two of them, too.</summary>
public sealed class SnapshotPiecesCrashTests
{
    private const int Writes = 5;

    // Pieces are longer than what the writer holds back, so that they go to the disk one by one.
    private const int PieceBytes = 300 * 1024;
    private const int Values = 12_000;

    [Fact]
    public void AStateIsTheOneBeforeOrTheNewOneWhole()
    {
        bool untouched = false;
        var seen = new HashSet<int>();
        for (int crashAt = 1; !untouched; crashAt++)
        {
            var disk = new SimulatedDisk(crashAt);
            disk.LosePowerAt(crashAt);
            int answered = Run(disk);
            untouched = disk.FailedStep is null;
            disk.Crash();
            using var store = new PackedSnapshotStore(disk);
            store.CheckInvariants();
            int found = PiecesWorld.Read(store, 1, Values) ?? 0;
            Assert.True(found == answered || found == answered + 1, $"{crashAt}: {answered} answered, {found} found.");
            seen.Add(found);
            Assert.True(crashAt < 500, "The run never ends untouched.");
        }

        Assert.Equal(Writes + 1, seen.Count);
    }

    private static int Run(SimulatedDisk disk)
    {
        int answered = 0;
        try
        {
            using var store = new PackedSnapshotStore(disk);
            for (int value = 1; value <= Writes; value++)
            {
                Assert.True(PiecesWorld.Save(store, PieceBytes, key: 1, value, Values) > 1);
                answered = value;
            }
        }
        catch (IOException)
        {
            // The power failed.
        }

        return answered;
    }
}
