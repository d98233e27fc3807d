using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Http;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Cluster.Nodes;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Blobs;
using Catalog.Shell.Cluster.Postgres.Journal;
using Catalog.Shell.Cluster.Postgres.Snapshots;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>Real servers that share a private PostgreSQL and what else there is, with showtimes on sale.</summary>
internal sealed class ChaosCluster : IAsyncDisposable
{
    private const int ShardCount = 12;
    private readonly BenchRun _run;
    private readonly ChaosPeers _peers;
    private readonly JournalEvents _events = new();
    private readonly ServerProcess?[] _nodes;
    private readonly string[] _folders;
    private TopicWatch? _watch;

    private ChaosCluster(BenchRun run, ChaosPeers peers, int nodeCount)
    {
        _run = run;
        _peers = peers;
        _nodes = new ServerProcess?[nodeCount];
        _folders = [.. Enumerable.Range(0, nodeCount).Select(i => run.NewFolder($"node{i}"))];
    }

    /// <summary>How many nodes there are, running or not.</summary>
    public int NodeCount => _nodes.Length;

    /// <summary>The servers beside the nodes.</summary>
    public ChaosPeers Peers => _peers;

    private PostgresOptions Options => new() { ConnectionString = _peers.Postgres.ConnectionString };

    /// <summary>Starts everything and puts showtimes on sale.</summary>
    public static async Task<ChaosCluster> StartAsync(BenchRun run, ChaosOptions options, SeatPlan plan)
    {
        var cluster = new ChaosCluster(run, await ChaosPeers.StartAsync(run, options), options.NodeCount);
        try
        {
            await cluster.SeedAsync(options.ShowtimeCount, plan);
            await Task.WhenAll(Enumerable.Range(0, options.NodeCount).Select(cluster.StartNodeAsync));
            if (cluster._peers.Kafka is not null) cluster._watch = new TopicWatch(cluster._peers.KafkaOptions);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>A node; it must run.</summary>
    public ServerProcess Node(int index) => _nodes[index] ?? throw new InvalidOperationException("It does not run.");

    /// <summary>Starts a node that does not run and waits until it is ready.</summary>
    public async Task StartNodeAsync(int index) => _nodes[index] = await ServerProcess.StartAsync(
        _run,
        _folders[index],
        [
            .. LoadAccounts.ServerSettings, .. _peers.Settings, "Catalog:Demo=false",
            $"Catalog:Cluster:Name=node{index}",
        ]);

    /// <summary>Ends a node like a power cut.</summary>
    public async Task KillNodeAsync(int index)
    {
        ServerProcess node = Node(index);
        _nodes[index] = null;
        await node.KillAsync();
        await node.DisposeAsync();
    }

    /// <summary>Asks a node to leave and waits until it has.</summary>
    public async Task StopNodeAsync(int index)
    {
        ServerProcess node = Node(index);
        _nodes[index] = null;
        await node.DisposeAsync();
    }

    /// <summary>Looks whether everything in the journal was written by who owned its shard then.</summary>
    public async Task<JournalOwners> CheckOwnersAsync()
    {
        await using var database = new PostgresDatabase(Options, NullLogger<PostgresDatabase>.Instance);
        return await JournalOwners.ReadAsync(database, ShardCount, _run.Cancel);
    }

    /// <summary>
    /// Looks whether every event of the journal has come to its topic by now, or comes soon; nothing without a broker.
    /// </summary>
    /// <param name="faults">What is wrong is added.</param>
    public async Task<EventTally> CheckEventsAsync(List<string> faults)
    {
        if (_watch is null) return default;
        await using var database = new PostgresDatabase(Options, NullLogger<PostgresDatabase>.Instance);
        List<EventId> expected = await _events.ReadNewAsync(database, _run.Cancel);
        faults.AddRange(await _watch.CheckAsync(expected, _run.Cancel));
        return new EventTally(expected.Count, _watch.TakeAgain());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_watch is not null) await _watch.DisposeAsync();
        _events.Dispose();
        foreach (ServerProcess? node in _nodes) node?.Resume();
        await Task.WhenAll(_nodes.Where(static node => node is not null).Select(node => node!.DisposeAsync().AsTask()));
        await _peers.DisposeAsync();
    }

    /// <summary>Through the engine itself, as a node of its own that leaves again.</summary>
    private async Task SeedAsync(int showtimeCount, SeatPlan plan)
    {
        await using var database = new PostgresDatabase(Options, NullLogger<PostgresDatabase>.Instance);
        PostgresJournal journal = await PostgresJournal.OpenAsync(database, null, _run.Cancel);
        var directory = new NodeDirectory(database);
        directory.AgreeOnShards(ShardCount);
        var snapshots = new SharedSnapshotStore(
            database, new PostgresBlobStore(database), static key => CatalogEngine.ShardIndexOf(key, ShardCount));
        var options = new EngineOptions { Shards = ShardCount, StartsOwning = false };
        await using var engine = new CatalogEngine(options, new EngineStorage(journal, snapshots));

        // The servers have models of everything from the first fact on.
        engine.HoldJournal(static () => 0);
        await ServerHouses.SeedAsync(engine, showtimeCount, plan, CatalogueLimits.MaxHoldMs, async () =>
        {
            journal.Start();
            while (!journal.Session.IsOpen) await Task.Delay(5, _run.Cancel);
            int[] shards = [.. Enumerable.Range(0, ShardCount)];
            foreach (int shard in shards) await journal.Session.TryLockAsync(shard);
            long head = await journal.FetchHeadAsync();
            await directory.NoteAsync(journal.Session, shards, journal.Session.NodeNumber, journal.Session.Term, head);
            await engine.AcquireAsync(shards, journal.Session.Term, _run.Cancel);
        });
    }
}
