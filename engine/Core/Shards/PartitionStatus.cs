namespace Catalog.Engine.Core.Shards;

/// <summary>How a loaded partition relates to its snapshot.</summary>
internal enum PartitionStatus : byte
{
    /// <summary>Nothing has ever happened to it: nothing to save.</summary>
    Fresh = 0,

    /// <summary>Facts were applied that no snapshot holds.</summary>
    Dirty,

    /// <summary>Captured; the snapshot is being written.</summary>
    Capturing,

    /// <summary>A durable snapshot holds all of it: it may leave memory.</summary>
    Stored,
}
