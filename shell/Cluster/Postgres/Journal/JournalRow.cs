namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>What a row says of itself before its bytes.</summary>
/// <param name="Position">Where it starts.</param>
/// <param name="EndPosition">Where it ends.</param>
/// <param name="NodeNumber">Which node wrote it.</param>
/// <param name="Crc">The checksum of its bytes.</param>
internal readonly record struct JournalRow(long Position, long EndPosition, int NodeNumber, uint Crc)
{
    /// <summary>How many bytes it has.</summary>
    internal int SizeBytes => checked((int)(EndPosition - Position));
}
