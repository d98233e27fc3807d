using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// The way to partitions that another process owns. An engine that has one sends every command whose shard it does not
/// own through it, so that whoever executes a command need not know where.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public interface ICommandRouter
{
    /// <summary>Sends a command to the owner of its shard and brings back the answer.</summary>
    /// <param name="shard">The shard the partition belongs to.</param>
    /// <param name="systemId">The system.</param>
    /// <param name="key">The partition.</param>
    /// <param name="command">The command.</param>
    /// <returns>
    /// The owner's answer; <see cref="ReplyStatus.Moved"/> when there was none in good time and nothing happened, which
    /// is also the answer when by now the shard is this process's own; <see cref="ReplyStatus.Unconfirmed"/> when it is
    /// not known whether anything happened.
    /// </returns>
    ValueTask<Reply<TResult>> SendAsync<TCommand, TResult>(
        int shard, byte systemId, ulong key, in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>;
}
