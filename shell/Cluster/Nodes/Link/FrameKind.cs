namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>What a frame is.</summary>
internal enum FrameKind : byte
{
    /// <summary>A sign of life.</summary>
    Beat = 1,

    /// <summary>A command.</summary>
    Request = 2,

    /// <summary>What became of one.</summary>
    Answer = 3,
}
