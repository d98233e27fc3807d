using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>A kind of command that can travel, with its types.</summary>
internal abstract class RemoteCommand<TCommand, TResult>(byte systemId) : RemoteCommand(
    systemId, typeof(TCommand).Name, typeof(IQuery<TResult>).IsAssignableFrom(typeof(TCommand)))
    where TCommand : struct, ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    /// <summary>Encodes a command.</summary>
    internal abstract void Write(in TCommand command, ref MessagePackWriter writer);
}
