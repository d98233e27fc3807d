using BenchmarkDotNet.Attributes;
using Catalog.Bench.Shared;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Shell.Cluster.Nodes;
using Catalog.Shell.Cluster.Nodes.Link;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Bench.Booking;

/// <summary>
/// The same reserves at their owner and through another node, over TCP on loopback, both nodes in this process, on a
/// journal without a disk: what being forwarded costs.
/// </summary>
public class MicroForward
{
    private const int AtOnce = 512;
    private const int ShowtimeCount = 1_000;

    private readonly BenchRun _run = new();
    private readonly Task<bool>[] _running = new Task<bool>[AtOnce];
    private HoldWorkload _workload = null!;
    private BookingHouses _houses = null!;
    private ReserveSource _source = null!;
    private CatalogEngine _asker = null!;
    private SystemHandle<ShowtimeState> _remote = null!;
    private NodeListener _listener = null!;
    private NodeLinks _links = null!;
    private long _number;

    // In this process the runner does not wait for an asynchronous set-up.
    [GlobalSetup]
    public void SetUp()
    {
        _workload = new HoldWorkload(ShowtimeCount);
        _houses = BookingHouses.OpenAsync(_workload, NewStorage("owner")).GetAwaiter().GetResult();
        _source = new ReserveSource(_workload, _houses);
        _asker = new CatalogEngine(
            new EngineOptions { Shards = _houses.Engine.ShardCount, StartsOwning = false }, NewStorage("asker"));
        var machine = new ShowtimeMachine();
        _remote = _asker.Add(machine);
        Connect(machine);
        _asker.StartAsync().GetAwaiter().GetResult();
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _links.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _listener.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _asker.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _houses.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _run.Dispose();
    }

    /// <summary>One at a time, at the owner.</summary>
    [Benchmark(Baseline = true)]
    public Task<bool> OneHere() => ReserveAsync(_houses.Showtimes);

    /// <summary>One at a time, through another node.</summary>
    [Benchmark]
    public Task<bool> OneForwarded() => ReserveAsync(_remote);

    /// <summary>512 callers at the owner.</summary>
    [Benchmark(OperationsPerInvoke = AtOnce)]
    public Task ManyHere() => ReserveManyAsync(_houses.Showtimes);

    /// <summary>512 callers through another node.</summary>
    [Benchmark(OperationsPerInvoke = AtOnce)]
    public Task ManyForwarded() => ReserveManyAsync(_remote);

    private EngineStorage NewStorage(string name)
    {
        var journal = new InMemoryJournal();
        journal.Start();
        return new EngineStorage(journal, new PackedSnapshotStore(new LocalDisk(_run.NewFolder(name))));
    }

    private void Connect(ShowtimeMachine machine)
    {
        var options = new NodeLinkOptions();
        byte[] key = new byte[32];
        var offered = new RemoteCommands();
        offered.Add(machine, _houses.Showtimes);
        _listener = new NodeListener(_houses.Engine, offered, key, options, NullLogger<NodeListener>.Instance);
        NodeAddress owner = _listener.Start();
        var map = new ShardMap(new NodeAddress("asker", 0), _asker.ShardCount);
        map.Replace([.. Enumerable.Repeat<NodeAddress?>(owner, _asker.ShardCount)]);
        _links = new NodeLinks(key, options, NullLogger<NodeLinks>.Instance);
        var known = new RemoteCommands();
        known.Add(machine, _remote);
        _asker.Router = new NodeRouter(_asker, known, map, _links, options, static (_, _) => default);
    }

    private async Task<bool> ReserveAsync(SystemHandle<ShowtimeState> showtimes)
    {
        SeatAttempt attempt = _workload[_number];
        var seats = new SeatList(attempt.A, attempt.B, attempt.C, attempt.D);
        var command = new ReserveSeats(_workload.NowMs(_number++), 1, seats);
        Reply<HoldResult> reply =
            await showtimes.ExecuteAsync<ReserveSeats, HoldResult>((ulong)attempt.Showtime, in command);
        return reply.HasValue
            ? _source.IsGranted(in reply)
            : throw new InvalidOperationException($"A reserve was not decided: {reply.Status}.");
    }

    private Task ReserveManyAsync(SystemHandle<ShowtimeState> showtimes)
    {
        for (int i = 0; i < AtOnce; i++) _running[i] = ReserveAsync(showtimes);
        return Task.WhenAll(_running);
    }
}
