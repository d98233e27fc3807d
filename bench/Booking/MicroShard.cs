using BenchmarkDotNet.Attributes;
using Catalog.Bench.Shared;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Bench.Booking;

/// <summary>Through mailbox, shard and a journal without a disk: what everything but the disk costs.</summary>
public class MicroShard
{
    private const int GroupSize = 256;
    private const int ShowtimeCount = 1_000;

    private readonly BenchRun _run = new();
    private HoldWorkload _workload = null!;
    private BookingHouses _houses = null!;
    private ReserveSource _source = null!;
    private CommandGroup<ShowtimeState, ReserveSeats, HoldResult> _group = null!;
    private long _number;

    // In this process the runner does not wait for an asynchronous set-up.
    [GlobalSetup]
    public void SetUp()
    {
        _workload = new HoldWorkload(ShowtimeCount);
        var journal = new InMemoryJournal();
        journal.Start();
        var snapshots = new PackedSnapshotStore(new LocalDisk(_run.NewFolder("micro")));
        var storage = new EngineStorage(journal, snapshots);
        _houses = BookingHouses.OpenAsync(_workload, storage).GetAwaiter().GetResult();
        _source = new ReserveSource(_workload, _houses);
        _group = _houses.Showtimes.CreateGroup<ReserveSeats, HoldResult>(shardIndex: 0, GroupSize);
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _houses.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _run.Dispose();
    }

    /// <summary>One command at a time: two changes of thread there and back.</summary>
    [Benchmark]
    public async Task<bool> RoundTrip()
    {
        SeatAttempt attempt = _workload[_number];
        var seats = new SeatList(attempt.A, attempt.B, attempt.C, attempt.D);
        var command = new ReserveSeats(_workload.NowMs(_number++), 1, seats);
        Reply<HoldResult> reply =
            await _houses.Showtimes.ExecuteAsync<ReserveSeats, HoldResult>((ulong)attempt.Showtime, in command);
        return _source.IsGranted(in reply);
    }

    /// <summary>256 commands at a time.</summary>
    [Benchmark(OperationsPerInvoke = GroupSize)]
    public async Task<int> Group()
    {
        _group.Clear();
        _source.Fill(shard: 0, GroupSize, _group);
        await _group.ExecuteAsync();
        return _group.Count;
    }
}
