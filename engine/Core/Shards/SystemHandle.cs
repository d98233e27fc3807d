using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// The way to one system's partitions: commands go in, answers come out once they are durable. Thread-safe.
/// </summary>
/// <typeparam name="TState">The state of the system's partitions.</typeparam>
public sealed class SystemHandle<TState>
    where TState : class
{
    /// <summary>A shard that is handed over twice while one command looks for it is handed over too often.</summary>
    private const int MaxRoutes = 3;

    private readonly CatalogEngine _engine;
    private readonly SystemHost<TState> _host;

    internal SystemHandle(CatalogEngine engine, SystemHost<TState> host)
    {
        _engine = engine;
        _host = host;
    }

    /// <summary>The system's wire id.</summary>
    public byte SystemId => _host.SystemId;

    /// <summary>
    /// Hands a command to the shard that owns the partition. The answer comes when everything decided is durable;
    /// nothing
    /// is allocated once the pools are warm. Await the result exactly once.
    /// </summary>
    /// <param name="key">The partition.</param>
    /// <param name="command">The command.</param>
    /// <exception cref="InvalidOperationException">The machine does not decide such commands, or the engine was not
    /// started.</exception>
    public ValueTask<Reply<TResult>> ExecuteAsync<TCommand, TResult>(ulong key, in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        if (_engine.Router is { } router) return RouteAsync<TCommand, TResult>(router, key, command);
        return ExecuteHereAsync<TCommand, TResult>(key, in command);
    }

    /// <summary>
    /// The same for this process's own shards only: a command for another's is answered
    /// <see cref="ReplyStatus.Moved"/>.
    /// </summary>
    /// <param name="key">The partition.</param>
    /// <param name="command">The command.</param>
    /// <exception cref="InvalidOperationException">The machine does not decide such commands.</exception>
    public ValueTask<Reply<TResult>> ExecuteHereAsync<TCommand, TResult>(ulong key, in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        _host.DeciderOf<TCommand, TResult>();
        if (!_engine.AcceptsCommands) return new(new Reply<TResult>(ReplyStatus.Stopping, default));
        var work = CommandWork<TState, TCommand, TResult>.Rent(_host, key, in command);
        ValueTask<Reply<TResult>> task = work.Task;
        if (_engine.ShardOf(new PartitionKey(_host.SystemId, key)).TryPost(work)) return task;
        work.Abandon();
        return new(new Reply<TResult>(ReplyStatus.Busy, default));
    }

    /// <summary>
    /// Makes a reusable group of commands that travel together: one queue entry and one wake-up for all of them, as a
    /// pipelined connection would have. The group belongs to one shard, given by <see cref="ShardIndexOf"/>.
    /// </summary>
    /// <param name="shardIndex">The shard the group's partitions belong to.</param>
    /// <param name="capacity">Most commands in the group.</param>
    public CommandGroup<TState, TCommand, TResult> CreateGroup<TCommand, TResult>(int shardIndex, int capacity)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult> =>
        new(_engine, _host, shardIndex, capacity);

    /// <summary>The shard a partition belongs to.</summary>
    public int ShardIndexOf(ulong key) => _engine.ShardOf(new PartitionKey(_host.SystemId, key)).Index;

    // A shard may come or go between the look and the command: then nothing has happened, and the other way is tried.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Reply<TResult>> RouteAsync<TCommand, TResult>(
        ICommandRouter router, ulong key, TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        Shard shard = _engine.ShardOf(new PartitionKey(_host.SystemId, key));
        Reply<TResult> reply = default;
        for (int attempt = 0; attempt < MaxRoutes; attempt++)
        {
            bool isHere = shard.IsOwned;
            reply = isHere
                ? await ExecuteHereAsync<TCommand, TResult>(key, in command)
                : await router.SendAsync<TCommand, TResult>(shard.Index, SystemId, key, in command);
            if (reply.Status != ReplyStatus.Moved) break;

            // The router has waited for the shard to arrive somewhere, as long as is reasonable.
            if (!isHere && !shard.IsOwned) break;
        }

        return reply;
    }
}
