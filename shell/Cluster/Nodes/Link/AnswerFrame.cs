using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>An answer on its way back.</summary>
internal readonly struct AnswerFrame<TResult>(AnswerHeader header, TResult result) : ILinkFrame
    where TResult : struct, IResult<TResult>
{
    /// <inheritdoc/>
    public FrameKind Kind => FrameKind.Answer;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        header.Write(ref writer);
        if (header.Status is ReplyStatus.Done or ReplyStatus.Repeated) result.Write(ref writer);
    }
}
