using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Storage.Journal;

/// <summary>Writer, readers and trimming at once.</summary>
public sealed class FileJournalConcurrencyTests
{
    private const int Records = 4000;

    private static readonly FileJournalOptions Options = new()
    {
        SegmentBytes = 16 * 1024,
        MaxGroupBytes = 4 * 1024,
    };

    [Fact]
    public void ReadersFollowALiveWriterWhileWhatTheyReadIsTrimmed()
    {
        SimulatedDisk disk = new(1);
        using FileJournal journal = FileJournal.Open(disk, Options);
        long[] positions = new long[3];
        Exception?[] failures = new Exception?[positions.Length];
        Thread[] readers = new Thread[positions.Length];
        for (int i = 0; i < readers.Length; i++)
        {
            int reader = i;
            readers[i] = new Thread(() => failures[reader] = Catch(() => Follow(journal, ref positions[reader])));
            readers[i].Start();
        }

        journal.Start();
        for (ulong n = 0; n < Records; n++)
        {
            journal.Append(new TestBatch().Add(n, (int)(n % 90)));
            if (n % 50 != 0) continue;
            long least = long.MaxValue;
            foreach (ref long position in positions.AsSpan()) least = Math.Min(least, Volatile.Read(ref position));
            journal.Trim(least);
        }

        foreach (Thread thread in readers) thread.Join();
        Assert.All(failures, Assert.Null);
        journal.CheckInvariants();
    }

    [Fact]
    public void ABatchBelongsToItsShardAgainInsideItsAcknowledgement()
    {
        // Each batch is refilled and appended anew by the call that acknowledges it, as a shard's loop does.
        SimulatedDisk disk = new(1);
        FileJournal journal = FileJournal.Open(disk, Options);
        using ManualResetEventSlim done = new(false);
        ulong next = 8;
        for (ulong n = 0; n < 8; n++) journal.Append(new TestBatch(Again).Add(n));
        journal.Start();
        Assert.True(done.Wait(TimeSpan.FromSeconds(60)));
        journal.Dispose();
        using FileJournal again = FileJournal.Open(disk, Options);
        Assert.Equal(JournalReads.Numbers(0, Records), JournalReads.ReadAll(again));

        void Again(TestBatch batch)
        {
            if (next == Records)
            {
                done.Set();
                return;
            }

            batch.Records.Clear();
            journal.Append(batch.Add(next++));
        }
    }

    private static void Follow(FileJournal journal, ref long position)
    {
        using JournalReader reader = journal.OpenReader(0);
        for (ulong expected = 0; expected < Records;)
        {
            if (!reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
            {
                Thread.Sleep(0);
                continue;
            }

            Assert.Equal(expected, header.Partition.Key);
            Assert.True(TestBatch.IsPayloadOf(payload, expected));
            expected++;
            Volatile.Write(ref position, reader.Position);
        }
    }

    private static Exception? Catch(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
