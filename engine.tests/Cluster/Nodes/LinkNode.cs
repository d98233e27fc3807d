using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Core.Shards;
using Catalog.Engine.Tests.Simulation;
using Catalog.Shell.Cluster.Nodes;
using Catalog.Shell.Cluster.Nodes.Link;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Cluster.Nodes;

/// <summary>
/// A node: an engine on a journal in memory, its listener, and its links to others. Real TCP on loopback.
/// </summary>
internal sealed class LinkNode : IAsyncDisposable
{
    internal const int Shards = 4;
    internal static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(static i => (byte)i)];
    private readonly InMemoryJournal _journal = new();
    private bool _commits;

    private LinkNode(bool owns, NodeLinkOptions options, byte[] key)
    {
        var engineOptions = new EngineOptions { Shards = Shards, StartsOwning = owns };
        Engine = new CatalogEngine(
            engineOptions, new EngineStorage(_journal, new PackedSnapshotStore(new SimulatedDisk(1))));
        Tally = Add(new TallyMachine());
        Showtimes = Add(new ShowtimeMachine());
        Catalogue = Add(new CatalogueMachine());
        Listener = new NodeListener(Engine, Commands, key, options, NullLogger<NodeListener>.Instance);
        Map = new ShardMap(Listener.Start(), Shards);
        Listener.Map = Map;
        Links = new NodeLinks(key, options, NullLogger<NodeLinks>.Instance);
        Router = new NodeRouter(Engine, Commands, Map, Links, options, (position, cancel) => CatchUp(position, cancel));
        Engine.Router = Router;
    }

    internal CatalogEngine Engine { get; }

    internal RemoteCommands Commands { get; } = new();

    internal SystemHandle<TallyState> Tally { get; }

    internal SystemHandle<ShowtimeState> Showtimes { get; }

    internal SystemHandle<CatalogueState> Catalogue { get; }

    internal NodeListener Listener { get; }

    internal ShardMap Map { get; }

    internal NodeLinks Links { get; }

    internal NodeRouter Router { get; }

    internal NodeAddress Address => Map.Self;

    internal Func<long, CancellationToken, ValueTask> CatchUp { get; set; } = static (_, _) => default;

    internal LinkStatus OnlyLink => Assert.Single(Links.ReadStatus());

    /// <summary>Starts a node.</summary>
    /// <param name="owns">Whether every shard is its own.</param>
    /// <param name="commits">Whether its journal commits by itself; otherwise by <see cref="CommitAll"/>.</param>
    /// <param name="options">Bounds and patience.</param>
    /// <param name="key">The key, when it has another than the others.</param>
    internal static async Task<LinkNode> StartAsync(
        bool owns, bool commits = true, NodeLinkOptions? options = null, byte[]? key = null)
    {
        var node = new LinkNode(owns, options ?? new NodeLinkOptions(), key ?? Key);
        await node.Engine.StartAsync();
        if (commits) node.CommitFromNowOn();
        return node;
    }

    /// <summary>Believes that every shard is another node's.</summary>
    internal void Believe(NodeAddress? owner) => Map.Replace([.. Enumerable.Repeat(owner, Shards)]);

    internal void CommitAll()
    {
        while (_journal.RunOnce())
        {
        }
    }

    internal ValueTask<Reply<TallyResult>> AddAsync(ulong key, long amount) =>
        Tally.ExecuteAsync<AddToTally, TallyResult>(key, new AddToTally(TallyHost.Now, amount));

    internal ValueTask<Reply<TallyResult>> ReadAsync(ulong key) =>
        Tally.ExecuteAsync<ReadTally, TallyResult>(key, new ReadTally(TallyHost.Now));

    public async ValueTask DisposeAsync()
    {
        await Links.DisposeAsync();
        await Listener.DisposeAsync();
        CommitFromNowOn();
        await Engine.DisposeAsync();
    }

    private void CommitFromNowOn()
    {
        if (_commits) return;
        _commits = true;
        _journal.Start();
    }

    private SystemHandle<TState> Add<TState>(IMachine<TState> machine)
        where TState : class
    {
        SystemHandle<TState> handle = Engine.Add(machine);
        Commands.Add(machine, handle);
        return handle;
    }
}
