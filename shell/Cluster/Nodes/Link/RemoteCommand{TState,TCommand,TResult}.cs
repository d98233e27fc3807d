using System.Diagnostics;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>A kind of command that can travel, and the way to its decider here.</summary>
internal sealed class RemoteCommand<TState, TCommand, TResult>(SystemHandle<TState> handle)
    : RemoteCommand<TCommand, TResult>(handle.SystemId)
    where TState : class
    where TCommand : struct, ICommand<TResult>, IWireCommand<TCommand>
    where TResult : struct, IResult<TResult>
{
    /// <inheritdoc/>
    internal override int ShardOf(ulong key) => handle.ShardIndexOf(key);

    /// <inheritdoc/>
    internal override void Write(in TCommand command, ref MessagePackWriter writer) => command.Write(ref writer);

    /// <inheritdoc/>
    internal override void Execute(in RequestHeader header, ref MessagePackReader payload, LinkPeer asker)
    {
        TCommand command = TCommand.Read(ref payload);
        _ = ExecuteAsync(header, command, asker);
    }

    // Throws nothing: whatever happens becomes an answer.
    private async Task ExecuteAsync(RequestHeader header, TCommand command, LinkPeer asker)
    {
        using Activity? activity = LinkTrace.Start(Name, header.Trace);
        try
        {
            Reply<TResult> reply = await handle.ExecuteHereAsync<TCommand, TResult>(header.Key, in command);
            asker.Answer(in header, in reply);
        }
        catch (Exception exception)
        {
            asker.AnswerFault(in header, this, exception);
        }
    }
}
