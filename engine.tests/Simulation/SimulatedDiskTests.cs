using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Tests.Simulation;

public sealed class SimulatedDiskTests
{
    private const int Sector = SimulatedContent.SectorBytes;

    [Fact]
    public void WhatIsSyncedSurvivesEveryCrash()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            SimulatedDisk disk = new(seed);
            IDiskFile file = disk.Open("f/a");
            file.Write(100, Filled(3000, 1));
            file.Sync();
            disk.SyncFolder("f");
            disk.Crash();
            Assert.Throws<IOException>(() => file.Write(0, Filled(1, 1)));
            Assert.Equal(Filled(3000, 1), Content(disk, "f/a")[100..]);
        }
    }

    [Fact]
    public void UnsyncedSectorsAreKeptOrLostOneByOne()
    {
        bool sawAll = false;
        bool sawNone = false;
        bool sawTorn = false;
        for (int seed = 0; seed < 100; seed++)
        {
            SimulatedDisk disk = Synced(seed, "f/a", Filled(8 * Sector, 1));
            disk.Open("f/a").Write(0, Filled(8 * Sector, 2));
            disk.Crash();
            byte[] content = Content(disk, "f/a");
            int kept = 0;
            for (int s = 0; s < 8; s++)
            {
                byte value = content[s * Sector];
                Assert.Equal(Filled(Sector, value), content[(s * Sector)..((s + 1) * Sector)]);
                kept += value - 1;
            }

            sawAll |= kept == 8;
            sawNone |= kept == 0;
            sawTorn |= kept is > 0 and < 8;
        }

        Assert.True(sawAll && sawNone && sawTorn);
    }

    [Fact]
    public void UnsyncedNamesMayBeLost()
    {
        HashSet<string> seen = [];
        for (int seed = 0; seed < 100; seed++)
        {
            SimulatedDisk disk = Synced(seed, "f/a", Filled(10, 1));
            disk.Rename("f/a", "f/b");
            disk.Open("f/c");
            disk.Crash();
            seen.Add(string.Join(' ', disk.List("f")));
        }

        Assert.Superset(new HashSet<string> { "a", "b", "a c", "b c" }, seen);
    }

    [Fact]
    public void AFailedSyncForgetsWhatItDidNotCarry()
    {
        bool lost = false;
        for (int seed = 0; seed < 20; seed++)
        {
            SimulatedDisk disk = Synced(seed, "f/a", Filled(8 * Sector, 1));
            IDiskFile file = disk.Open("f/a");
            file.Write(0, Filled(8 * Sector, 2));
            disk.FailAt(1);
            Assert.Throws<IOException>(file.Sync);
            file.Sync();
            Assert.Equal(Filled(8 * Sector, 2), Content(disk, "f/a"));
            disk.Crash();
            lost |= Content(disk, "f/a").AsSpan().Contains((byte)1);
        }

        Assert.True(lost, "a second sync that succeeds does not bring back what the first lost");
    }

    [Fact]
    public void FaultsComeWhenTold()
    {
        SimulatedDisk disk = Synced(1, "f/a", Filled(10, 1));
        IDiskFile file = disk.Open("f/a");
        disk.FailAt(2);
        file.Write(0, [1]);
        Assert.Throws<IOException>(() => file.Write(0, [1]));
        file.Write(0, [1]);
        disk.LosePowerAt(1);
        Assert.Throws<IOException>(() => file.Write(0, [1]));
        Assert.Throws<IOException>(file.Sync);
        disk.Crash();

        disk.CapacityBytes = 12;
        file = disk.Open("f/a");
        file.Write(10, [1, 2]);
        Assert.Throws<DiskFullException>(() => file.Write(12, [1]));
        disk.FlipBit("f/a", 0, 7);
        Assert.Equal(0x81, Content(disk, "f/a")[0]);
    }

    [Fact]
    public void TheSameSeedDoesTheSame()
    {
        byte[][] contents = new byte[2][];
        for (int run = 0; run < 2; run++)
        {
            SimulatedDisk disk = Synced(77, "f/a", Filled(20 * Sector, 1));
            disk.Open("f/a").Write(300, Filled(18 * Sector, 2));
            disk.Crash();
            contents[run] = Content(disk, "f/a");
        }

        Assert.Equal(contents[0], contents[1]);
    }

    [Fact]
    public void ASecondLockIsRefused()
    {
        SimulatedDisk disk = new(1);
        IDisposable held = disk.Lock();
        Assert.Throws<DiskInUseException>(disk.Lock);
        held.Dispose();
        disk.Lock();
        disk.Crash();
        disk.Lock();
    }

    private static SimulatedDisk Synced(int seed, string path, byte[] content)
    {
        SimulatedDisk disk = new(seed);
        IDiskFile file = disk.Open(path);
        file.Write(0, content);
        file.Sync();
        disk.SyncFolder("f");
        return disk;
    }

    private static byte[] Content(SimulatedDisk disk, string path)
    {
        IDiskFile file = disk.Open(path);
        byte[] bytes = new byte[file.LengthBytes];
        file.Read(0, bytes);
        return bytes;
    }

    private static byte[] Filled(int length, byte value)
    {
        byte[] bytes = new byte[length];
        Array.Fill(bytes, value);
        return bytes;
    }
}
