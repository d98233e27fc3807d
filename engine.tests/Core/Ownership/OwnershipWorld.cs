using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Tests.Core.Shards;

namespace Catalog.Engine.Tests.Core.Ownership;

/// <summary>Two engines with the tally machine on one log, each other's routers.</summary>
internal sealed class OwnershipWorld : IAsyncDisposable
{
    public const int Shards = 4;
    private readonly SharedLog _log = new();

    private OwnershipWorld() => Nodes = [new Node(_log), new Node(_log)];

    public Node[] Nodes { get; }

    public static async Task<OwnershipWorld> StartAsync()
    {
        var world = new OwnershipWorld();
        for (int i = 0; i < 2; i++) await world.Nodes[i].StartAsync(world.Nodes[1 - i]);
        return world;
    }

    /// <summary>A node that gives a shard back takes part in what the log says before the other brings it in.</summary>
    public async Task MoveAsync(int shard, int to)
    {
        await Nodes[1 - to].Engine.ReleaseAsync(shard);
        if (!Nodes[to].Engine.Owns(shard)) await Nodes[to].Engine.AcquireAsync([shard], Nodes[to].Journal.Term);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Node node in Nodes) await node.Engine.DisposeAsync();
        _log.Dispose();
    }

    /// <summary>One engine.</summary>
    internal sealed class Node : ICommandRouter
    {
        private Node? _other;

        public Node(SharedLog log)
        {
            Journal = new TermJournal(log.Log);
            var options = new EngineOptions { Shards = Shards, StartsOwning = false };
            var storage = new EngineStorage(Journal, new SharedLog.KeptSnapshots(log.Snapshots));
            Engine = new CatalogEngine(options, storage) { Router = this };
            Tally = Engine.Add(new TallyMachine());
        }

        public TermJournal Journal { get; }

        public CatalogEngine Engine { get; }

        public SystemHandle<TallyState> Tally { get; }

        public int RoutedCount { get; private set; }

        public async Task StartAsync(Node other)
        {
            _other = other;
            await Engine.StartAsync();
        }

        public ValueTask<Reply<TallyResult>> AddAsync(ulong key, long amount, IdempotencyKey idempotency = default) =>
            Tally.ExecuteAsync<AddToTally, TallyResult>(key, new AddToTally(TallyHost.Now, amount, idempotency));

        public async Task<Reply<TallyResult>> ReadAsync(ulong key) =>
            await Tally.ExecuteAsync<ReadTally, TallyResult>(key, new ReadTally(TallyHost.Now));

        public ValueTask<Reply<TResult>> SendAsync<TCommand, TResult>(
            int shard, byte systemId, ulong key, in TCommand command)
            where TCommand : struct, ICommand<TResult>
            where TResult : struct, IResult<TResult>
        {
            RoutedCount++;
            return _other!.Tally.ExecuteHereAsync<TCommand, TResult>(key, in command);
        }
    }
}
