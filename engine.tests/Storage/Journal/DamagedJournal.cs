using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Storage.Journal;

/// <summary>A journal of several segments to break things in, and the books of what it holds and lost.</summary>
internal sealed class DamagedJournal
{
    private const int Rounds = 120;

    private readonly HashSet<ulong> _lost = [];
    private readonly Random _random;

    internal DamagedJournal(int seed, bool closeCleanly = true)
    {
        Disk = new SimulatedDisk(seed);
        _random = new Random(seed);
        Life = new JournalLife(Disk, _random, trims: false);
        Assert.True(Life.TryOpen());
        for (int i = 0; i < Rounds; i++) Assert.True(Life.TryRound());
        End = Life.Journal!.CommittedPosition;
        if (closeCleanly) Life.Journal.Dispose();
        foreach (string name in Disk.List("journal"))
        {
            if (SegmentFormat.TryParseName(name, out long start)) Starts.Add(start);
        }

        Assert.True(Starts.Count >= 3, "there is a middle");
    }

    internal SimulatedDisk Disk { get; }

    internal JournalLife Life { get; }

    internal List<long> Starts { get; } = [];

    internal long End { get; }

    /// <summary>Every acknowledged record that no damage touched.</summary>
    internal List<ulong> Intact => [.. Life.Numbers.Where(number => !_lost.Contains(number))];

    internal string PathOf(int segment) => "journal/" + SegmentFormat.NameOf(Starts[segment]);

    internal long EndOf(int segment) => segment + 1 < Starts.Count ? Starts[segment + 1] : End;

    /// <summary>Flips a random bit of a random segment's records; tells segment and byte.</summary>
    internal (int Segment, long Offset) FlipRecordBit()
    {
        int segment = _random.Next(Starts.Count);
        long from = SegmentFormat.HeaderBytes;
        long offset = Disk.FlipRandomBit(PathOf(segment), from, from + EndOf(segment) - Starts[segment]);
        long position = Starts[segment] + offset - from;
        Lose(position, position + 1);
        return (segment, offset);
    }

    /// <summary>Overwrites a range of positions within a segment with zeros.</summary>
    internal void Wipe(int segment, long from, long to)
    {
        using IDiskFile file = Disk.Open(PathOf(segment));
        file.Write(from - Starts[segment] + SegmentFormat.HeaderBytes, new byte[to - from]);
        file.Sync();
        Lose(from, to);
    }

    internal void Remove(int segment)
    {
        Disk.Delete(PathOf(segment));
        Disk.SyncFolder("journal");
        Lose(Starts[segment], EndOf(segment));
    }

    /// <summary>Opens and reads everything, as a start does.</summary>
    internal List<ulong> OpenAndRead()
    {
        using FileJournal journal = FileJournal.Open(Disk, Life.Options);
        return JournalReads.ReadAll(journal);
    }

    private void Lose(long from, long to)
    {
        for (int i = 0; i < Life.Acknowledged; i++)
        {
            long start = Life.PositionOf(i);
            if (start < to && start + Life.SizeOf(i) > from) _lost.Add(Life.Numbers[i]);
        }
    }
}
