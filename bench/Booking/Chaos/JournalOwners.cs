using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Cluster.Postgres;
using Npgsql;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>
/// Who wrote what of the journal, against who had taken which shard when: every record must be of the node that took
/// its shard last before it.
/// </summary>
/// <param name="RecordCount">Records looked at.</param>
/// <param name="TakingCount">How often a shard was taken.</param>
/// <param name="Faults">Records of a node that did not own their shard, in words.</param>
internal sealed record JournalOwners(long RecordCount, int TakingCount, IReadOnlyList<string> Faults)
{
    private const int MaxFaults = 20;

    /// <summary>Reads everything. O(journal).</summary>
    public static async Task<JournalOwners> ReadAsync(
        PostgresDatabase database, int shardCount, CancellationToken cancel)
    {
        List<(long Position, int Node)>[] takings = await TakingsAsync(database, shardCount, cancel);
        var faults = new List<string>();
        long count = 0;
        await using NpgsqlCommand command = database.Pool.CreateCommand(
            database.Sql("SELECT position, node, data FROM {schema}.journal ORDER BY position"));
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            long position = rows.GetInt64(0);
            int node = rows.GetInt32(1);
            byte[] data = rows.GetFieldValue<byte[]>(2);
            for (int at = 0; at < data.Length; at += (int)RecordHeader.ReadLength(data.AsSpan(at)))
            {
                EventHeader header = RecordHeader.ReadEvent(data.AsSpan(at));
                int shard = CatalogEngine.ShardIndexOf(header.Partition, shardCount);
                int owner = OwnerAt(takings[shard], position);
                count++;
                if (owner != node && faults.Count < MaxFaults)
                    faults.Add($"record {position + at} of shard {shard} is node {node}'s, the owner was {owner}");
            }
        }

        return new JournalOwners(count, takings.Sum(static each => each.Count), faults);
    }

    private static int OwnerAt(List<(long Position, int Node)> takings, long position)
    {
        int owner = -1;
        foreach ((long from, int node) in takings)
            if (from <= position) owner = node;
        return owner;
    }

    private static async Task<List<(long Position, int Node)>[]> TakingsAsync(
        PostgresDatabase database, int shardCount, CancellationToken cancel)
    {
        var takings = new List<(long Position, int Node)>[shardCount];
        for (int i = 0; i < shardCount; i++) takings[i] = [];
        await using NpgsqlCommand command = database.Pool.CreateCommand(
            database.Sql("SELECT shard, position, node FROM {schema}.shard_taken ORDER BY id"));
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) takings[rows.GetInt32(0)].Add((rows.GetInt64(1), rows.GetInt32(2)));
        return takings;
    }
}
