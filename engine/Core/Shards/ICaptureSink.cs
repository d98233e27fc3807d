using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Shards;

/// <summary>Where captured snapshots go. Called from journal and shard threads; must only queue.</summary>
internal interface ICaptureSink
{
    /// <summary>A slice was captured and everything in it is durable in the journal.</summary>
    void OnCaptured(Shard shard, SnapshotSet set);

    /// <summary>Everything that was dirty when the capture began has been captured and written.</summary>
    void OnCaptureEnded(Shard shard);
}
