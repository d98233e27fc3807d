using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>Something that is sent over a link. Implement it on a struct: it is written where it lies.</summary>
internal interface ILinkFrame
{
    /// <summary>What it is.</summary>
    FrameKind Kind { get; }

    /// <summary>Encodes it.</summary>
    void Write(ref MessagePackWriter writer);
}
