using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>The answer to a command that was not decided.</summary>
internal readonly struct RefusalFrame(AnswerHeader header) : ILinkFrame
{
    /// <inheritdoc/>
    public FrameKind Kind => FrameKind.Answer;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => header.Write(ref writer);
}
