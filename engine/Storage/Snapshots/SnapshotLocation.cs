namespace Catalog.Engine.Storage.Snapshots;

/// <summary>Where a partition's latest state stands.</summary>
/// <param name="PackSlot">The pack, as its slot in the store's table.</param>
/// <param name="Offset">The state's first byte in the pack.</param>
/// <param name="Length">The state's bytes, trailer not included.</param>
internal readonly record struct SnapshotLocation(int PackSlot, long Offset, int Length);
