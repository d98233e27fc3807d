using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Shell.Cluster.Postgres.Snapshots;

/// <summary>A row of the index: a partition's latest state, and where it stands.</summary>
/// <param name="Info">What is known of the state.</param>
/// <param name="Pack">The pack's number.</param>
/// <param name="Start">The state's first byte in the pack.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Crc">CRC-32C of them.</param>
internal readonly record struct SnapshotPlace(SnapshotInfo Info, long Pack, int Start, int Length, uint Crc)
{
    /// <summary>Whose state it is.</summary>
    internal PartitionKey Key => Info.Key;
}
