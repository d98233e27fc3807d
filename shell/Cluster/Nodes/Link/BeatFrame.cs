using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>A sign of life.</summary>
internal readonly struct BeatFrame : ILinkFrame
{
    /// <inheritdoc/>
    public FrameKind Kind => FrameKind.Beat;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        // That it comes is all it says.
    }
}
