using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Cluster.Nodes.Link;

namespace Catalog.Shell.Cluster.Nodes;

/// <summary>
/// Takes commands to the nodes that own their shards. While a shard moves they are sent again, which is harmless as
/// long as nothing has happened; what may have happened is never sent twice, but told.
/// </summary>
/// <remarks>
/// An answer is given when this node has read everything it rests on, so that whoever asks here next sees their own
/// writes. Thread-safe. At most <see cref="NodeLinkOptions.MaxWaiting"/> commands wait for a shard.
/// </remarks>
internal sealed class NodeRouter : ICommandRouter
{
    private const int MinPauseMs = 10;
    private const int MaxPauseMs = 200;
    private readonly CatalogEngine _engine;
    private readonly RemoteCommands _commands;
    private readonly IShardMap _map;
    private readonly NodeLinks _links;
    private readonly NodeLinkOptions _options;
    private readonly Func<long, CancellationToken, ValueTask> _catchUp;
    private long _sent;
    private long _retried;
    private long _lost;
    private int _waiting;

    /// <summary>Makes it.</summary>
    /// <param name="engine">This node's engine.</param>
    /// <param name="commands">The commands there are.</param>
    /// <param name="map">Where shards are.</param>
    /// <param name="links">The ways to other nodes.</param>
    /// <param name="options">Bounds and patience.</param>
    /// <param name="catchUp">Completes when this node has read the journal up to a position.</param>
    internal NodeRouter(
        CatalogEngine engine, RemoteCommands commands, IShardMap map, NodeLinks links, NodeLinkOptions options,
        Func<long, CancellationToken, ValueTask> catchUp)
    {
        (_engine, _commands, _map, _links) = (engine, commands, map, links);
        (_options, _catchUp) = (options, catchUp);
    }

    /// <summary>What has gone through.</summary>
    internal RouterStatus Status => new(
        Volatile.Read(ref _sent), Volatile.Read(ref _retried), Volatile.Read(ref _lost), Volatile.Read(ref _waiting));

    /// <inheritdoc/>
    public ValueTask<Reply<TResult>> SendAsync<TCommand, TResult>(
        int shard, byte systemId, ulong key, in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        RemoteCommand<TCommand, TResult> remote = _commands.Find<TCommand, TResult>(systemId);
        var header = new RequestHeader(0, shard, key, LinkProtocol.MaxHops, LinkTrace.Current);
        return RouteAsync(remote, header, command);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Reply<TResult>> RouteAsync<TCommand, TResult>(
        RemoteCommand<TCommand, TResult> remote, RequestHeader header, TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        long deadlineMs = Environment.TickCount64 + _options.RetryMs;
        var status = ReplyStatus.Moved;
        NodeAddress? hint = null;
        for (int attempt = 0; ; attempt++)
        {
            long version = _map.Version;
            if (_engine.Owns(header.Shard)) break;
            NodeLink? link = LinkTo(header.Shard, hint);
            hint = null;
            if (link is not null)
            {
                Interlocked.Increment(ref _sent);
                LinkAnswer<TResult> answer = await link.SendAsync(remote, in header, in command);
                if (IsFinal(answer.Outcome, answer.Reply.Status, remote.IsQuery)) return await EndAsync(answer);
                status = answer.Outcome == LinkOutcome.Lost ? ReplyStatus.Busy : ReplyStatus.Moved;
                hint = answer.Owner == link.Address ? null : answer.Owner;
            }

            if (Environment.TickCount64 >= deadlineMs || _waiting >= _options.MaxWaiting) break;
            Interlocked.Increment(ref _retried);
            if (hint is null || attempt > 0) await PauseAsync(link, version, attempt);
        }

        return new Reply<TResult>(status, default);
    }

    /// <summary>Whether sending again is of no use, or might do harm.</summary>
    private static bool IsFinal(LinkOutcome outcome, ReplyStatus status, bool isQuery) => outcome switch
    {
        LinkOutcome.Answered => status is not (ReplyStatus.Moved or ReplyStatus.Stopping),
        LinkOutcome.NotSent => false,
        LinkOutcome.Lost => !isQuery,
        _ => true,
    };

    private async ValueTask<Reply<TResult>> EndAsync<TResult>(LinkAnswer<TResult> answer)
        where TResult : struct
    {
        switch (answer.Outcome)
        {
            case LinkOutcome.Lost:
                Interlocked.Increment(ref _lost);
                return new Reply<TResult>(ReplyStatus.Unconfirmed, default);
            case LinkOutcome.Full:
                return new Reply<TResult>(ReplyStatus.Busy, default);
            case LinkOutcome.TooLarge:
                return new Reply<TResult>(ReplyStatus.Faulted, default);
            default:
                if (answer.Reply.HasValue) await CatchUpAsync(answer.Position);
                return answer.Reply;
        }
    }

    // What is answered is durable in any case: when this node cannot catch up in time, it is answered all the same.
    private async ValueTask CatchUpAsync(long position)
    {
        using var patience = new CancellationTokenSource(_options.CatchUpMs);
        try
        {
            await _catchUp(position, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It was a courtesy.
        }
    }

    private NodeLink? LinkTo(int shard, NodeAddress? hint)
    {
        NodeAddress address = hint.GetValueOrDefault();
        bool isKnown = hint is not null || _map.TryFindOwner(shard, out address);
        return isKnown && address != _map.Self ? _links.Of(address) : null;
    }

    private async Task PauseAsync(NodeLink? link, long version, int attempt)
    {
        Interlocked.Increment(ref _waiting);
        using var enough = new CancellationTokenSource();
        try
        {
            int pauseMs = Math.Min(MinPauseMs << Math.Min(attempt, 10), MaxPauseMs);
            Task pause = Task.Delay(pauseMs, enough.Token);
            Task change = _map.WaitForChangeAsync(version, enough.Token);

            // A link that is up and did not help is none to wait for.
            Task up = link is { Status.IsUp: false } ? link.WaitUntilUpAsync() : pause;
            await Task.WhenAny(pause, change, up);
        }
        finally
        {
            await enough.CancelAsync();
            Interlocked.Decrement(ref _waiting);
        }
    }
}
