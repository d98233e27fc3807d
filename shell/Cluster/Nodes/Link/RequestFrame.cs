using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>A command on its way to its owner.</summary>
internal readonly struct RequestFrame<TCommand, TResult>(
    RemoteCommand<TCommand, TResult> remote, RequestHeader header, TCommand command) : ILinkFrame
    where TCommand : struct, ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    /// <inheritdoc/>
    public FrameKind Kind => FrameKind.Request;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        header.Write(ref writer, remote);
        remote.Write(in command, ref writer);
    }
}
