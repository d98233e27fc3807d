using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Storage.Journal;

/// <summary>
/// Drives a journal on a simulated disk through lives that end in crashes, keeps the books of what was acknowledged,
/// and holds the recovered journal against them.
/// </summary>
internal sealed class JournalLife(SimulatedDisk disk, Random random, bool trims = true)
{
    private readonly List<ulong> _acknowledged = [];
    private readonly List<long> _positions = [];
    private readonly List<int> _sizes = [];
    private readonly List<ulong> _inFlight = [];
    private ulong _next;
    private long _trimmedTo;

    internal FileJournal? Journal { get; private set; }

    internal bool IsStopped { get; private set; }

    internal int Acknowledged => _acknowledged.Count;

    /// <summary>The acknowledged records in order.</summary>
    internal IReadOnlyList<ulong> Numbers => _acknowledged;

    /// <summary>The position of the nth acknowledged record.</summary>
    internal long PositionOf(int index) => _positions[index];

    /// <summary>The first acknowledged record at or behind a position.</summary>
    internal int FirstIndexAt(long position) => _positions.FindIndex(start => start >= position);

    /// <summary>How many bytes the nth acknowledged record takes.</summary>
    internal int SizeOf(int index) => _sizes[index];

    internal FileJournalOptions Options => new()
    {
        SegmentBytes = 16 * 1024,
        MaxGroupBytes = 4 * 1024,
        FailStop = (_, _) => IsStopped = true,
    };

    /// <summary>Opens the journal; false when the disk failed meanwhile.</summary>
    internal bool TryOpen()
    {
        IsStopped = false;
        Journal = null;
        try
        {
            Journal = FileJournal.Open(disk, Options);
            return true;
        }
        catch (IOException e) when (e is not JournalCorruptException)
        {
            return false;
        }
    }

    /// <summary>
    /// Checks the recovered records: everything acknowledged and not trimmed, in order, then all or nothing of the
    /// one group that was in flight.
    /// </summary>
    internal void Verify()
    {
        List<ulong> found = JournalReads.ReadAll(Journal!);
        int mandatory = _positions.FindIndex(p => p >= _trimmedTo);
        int keptFrom = found.Count > 0 ? _acknowledged.IndexOf(found[0]) : _acknowledged.Count;
        if (keptFrom < 0) keptFrom = _acknowledged.Count;
        Assert.True(mandatory < 0 || keptFrom <= mandatory, "nothing was trimmed that should stay");
        List<ulong> expected = _acknowledged.GetRange(keptFrom, _acknowledged.Count - keptFrom);
        if (found.Count > expected.Count) expected.AddRange(_inFlight);
        Assert.Equal(expected, found);
        Assert.True(Journal!.FirstPosition <= Math.Max(_trimmedTo, 0) || mandatory < 0);
        if (found.Count > _acknowledged.Count - keptFrom) AdoptInFlight();
        _inFlight.Clear();
        Journal.CheckInvariants();
    }

    /// <summary>One round of a few batches, now and then with a trim; false once the journal stopped.</summary>
    internal bool TryRound()
    {
        Assert.Empty(_inFlight);
        int batches = random.Next(5);
        for (int b = 0; b < batches; b++)
        {
            ulong first = _next;
            TestBatch batch = new(told => Remember(told, first));
            int records = random.Next(4);
            for (int i = 0; i < records; i++)
            {
                _inFlight.Add(_next);
                batch.Add(_next++, PayloadOf(first));
            }

            Journal!.Append(batch);
        }

        Journal!.RunOnce();
        if (trims && !IsStopped && random.Next(12) == 0) Trim();
        return !IsStopped;
    }

    internal void Trim()
    {
        if (_positions.Count == 0) return;
        long position = _positions[random.Next(_positions.Count)];
        _trimmedTo = Math.Max(_trimmedTo, position);
        try
        {
            Journal!.Trim(position);
        }
        catch (IOException)
        {
            // The disk failed under it; what stays longer harms nobody.
        }
    }

    private static int PayloadOf(ulong first) => (int)(first * 37 % 250);

    private void Remember(TestBatch batch, ulong first)
    {
        int size = PayloadOf(first) + RecordHeader.SizeBytes;
        int count = batch.Records.Length / size;
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(_inFlight[0], first + (ulong)i);
            _inFlight.RemoveAt(0);
            _acknowledged.Add(first + (ulong)i);
            _positions.Add(batch.EndPosition - batch.Records.Length + ((long)i * size));
            _sizes.Add(size);
        }
    }

    private void AdoptInFlight()
    {
        using JournalReader reader = Journal!.OpenReader(Journal.FirstPosition);
        HashSet<ulong> wanted = [.. _inFlight];
        while (reader.TryRead(out var header, out ReadOnlySpan<byte> payload))
        {
            if (!wanted.Contains(header.Partition.Key)) continue;
            _acknowledged.Add(header.Partition.Key);
            _positions.Add(header.Position);
            _sizes.Add(RecordHeader.SizeBytes + payload.Length);
        }
    }
}
