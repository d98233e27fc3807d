using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>What is known of a snapshot without reading it.</summary>
/// <param name="Key">The partition.</param>
/// <param name="Position">
/// Every fact of the partition before this journal position is in it, none from there on.
/// </param>
/// <param name="NextDueMs">
/// When the partition next wants to be woken, milliseconds since 1970, or <see cref="long.MaxValue"/>.
/// </param>
public readonly record struct SnapshotInfo(PartitionKey Key, long Position, long NextDueMs);
