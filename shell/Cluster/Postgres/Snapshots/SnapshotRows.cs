using System.Data;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Snapshots;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Snapshots;

/// <summary>The tables of packs and states. Thread-safe.</summary>
internal sealed class SnapshotRows(PostgresDatabase database, Func<PartitionKey, int> shardOf)
{
    private const string Columns = "system, key, position, next_due, pack, start, length, crc";

    private readonly string _newPack =
        database.Sql("INSERT INTO {schema}.snapshot_pack (size) VALUES ($1) RETURNING id");

    // One statement, so all rows or none. The reference to the pack fails when the pack was removed meanwhile.
    private readonly string _publish = database.Sql($$"""
        INSERT INTO {schema}.snapshot AS s (system, key, shard, position, next_due, start, length, crc, pack)
        SELECT v.*
        FROM unnest($1::smallint[], $2::bigint[], $3::int[], $4::bigint[], $5::bigint[],
            $6::int[], $7::int[], $8::bigint[], $9::bigint[]) AS v
        ON CONFLICT (system, key) DO UPDATE SET
            shard = EXCLUDED.shard, position = EXCLUDED.position, next_due = EXCLUDED.next_due,
            pack = EXCLUDED.pack, start = EXCLUDED.start, length = EXCLUDED.length, crc = EXCLUDED.crc
        WHERE s.position <= EXCLUDED.position
        RETURNING s.system, s.key
        """);

    // Only what nobody has saved anew.
    private readonly string _move = database.Sql("""
        UPDATE {schema}.snapshot s SET pack = $1, start = v.start
        FROM unnest($2::smallint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[])
            AS v (system, key, old_pack, old_start, start)
        WHERE s.system = v.system AND s.key = v.key AND s.pack = v.old_pack AND s.start = v.old_start
        """);

    /// <summary>Makes a pack's row; the blob comes after it.</summary>
    internal async Task<long> NewPackAsync(long sizeBytes, CancellationToken cancel)
    {
        await using NpgsqlCommand command = CommandOf(_newPack, sizeBytes);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Makes places the latest of their partitions, where no newer ones are; says which of them.</summary>
    /// <param name="places">In the order of their keys, each key once.</param>
    /// <param name="cancel">Gives it up.</param>
    internal async Task<HashSet<PartitionKey>> PublishAsync(
        IReadOnlyList<SnapshotPlace> places, CancellationToken cancel)
    {
        await using NpgsqlCommand command = CommandOf(
            _publish,
            places.Select(static p => (short)p.Key.System).ToArray(),
            places.Select(static p => (long)p.Key.Key).ToArray(),
            places.Select(p => shardOf(p.Key)).ToArray(),
            places.Select(static p => p.Info.Position).ToArray(),
            places.Select(static p => p.Info.NextDueMs).ToArray(),
            places.Select(static p => p.Start).ToArray(),
            places.Select(static p => p.Length).ToArray(),
            places.Select(static p => (long)p.Crc).ToArray(),
            places.Select(static p => p.Pack).ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
        var taken = new HashSet<PartitionKey>();
        while (await reader.ReadAsync(cancel)) taken.Add(KeyOf(reader));
        return taken;
    }

    /// <summary>Adds rows of partitions that have none, in the transaction that is open on the connection.</summary>
    internal async Task CopyAsync(
        IEnumerable<SnapshotPlace> places, NpgsqlConnection into, CancellationToken cancel)
    {
        await using NpgsqlBinaryImporter rows = await into.BeginBinaryImportAsync(
            database.Sql(
                "COPY {schema}.snapshot (system, key, shard, position, next_due, pack, start, length, crc) FROM STDIN "
                + "(FORMAT binary)"),
            cancel);
        foreach (SnapshotPlace place in places)
        {
            await rows.StartRowAsync(cancel);
            await rows.WriteAsync((short)place.Key.System, cancel);
            await rows.WriteAsync((long)place.Key.Key, cancel);
            await rows.WriteAsync(shardOf(place.Key), cancel);
            await rows.WriteAsync(place.Info.Position, cancel);
            await rows.WriteAsync(place.Info.NextDueMs, cancel);
            await rows.WriteAsync(place.Pack, cancel);
            await rows.WriteAsync(place.Start, cancel);
            await rows.WriteAsync(place.Length, cancel);
            await rows.WriteAsync((long)place.Crc, cancel);
        }

        await rows.CompleteAsync(cancel);
    }

    /// <summary>Points rows at another pack, where they still stand as they did.</summary>
    /// <returns>How many.</returns>
    internal async Task<int> MoveAsync(
        IReadOnlyList<(SnapshotPlace From, SnapshotPlace To)> moves, CancellationToken cancel)
    {
        await using NpgsqlCommand command = CommandOf(
            _move,
            moves[0].To.Pack,
            moves.Select(static m => (short)m.From.Key.System).ToArray(),
            moves.Select(static m => (long)m.From.Key.Key).ToArray(),
            moves.Select(static m => m.From.Pack).ToArray(),
            moves.Select(static m => m.From.Start).ToArray(),
            moves.Select(static m => m.To.Start).ToArray());
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Every row.</summary>
    internal IAsyncEnumerable<SnapshotPlace> AllAsync(CancellationToken cancel) => QueryAsync("", [], cancel);

    /// <summary>The rows of some shards.</summary>
    internal IAsyncEnumerable<SnapshotPlace> OfShardsAsync(int[] shards, CancellationToken cancel) =>
        QueryAsync("WHERE shard = ANY ($1)", [shards], cancel);

    /// <summary>How many packs there are, their bytes, and how many of those are live. O(partitions).</summary>
    internal async Task<(int Packs, long TotalBytes, long LiveBytes)> MeasureAsync(CancellationToken cancel)
    {
        await using NpgsqlCommand command = CommandOf(database.Sql("""
            SELECT count(*)::int, coalesce(sum(size), 0)::bigint,
                   (SELECT coalesce(sum(length), 0)::bigint FROM {schema}.snapshot)
            FROM {schema}.snapshot_pack
            """));
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>The rows of some packs, pack by pack and front to back.</summary>
    internal IAsyncEnumerable<SnapshotPlace> OfPacksAsync(long[] packs, CancellationToken cancel) =>
        QueryAsync("WHERE pack = ANY ($1) ORDER BY pack, start", [packs], cancel);

    /// <summary>One partition's row.</summary>
    internal async Task<SnapshotPlace?> FindAsync(PartitionKey key, CancellationToken cancel)
    {
        object[] values = [(short)key.System, (long)key.Key];
        const string filter = "WHERE system = $1 AND key = $2";
        await foreach (SnapshotPlace place in QueryAsync(filter, values, cancel)) return place;
        return null;
    }

    /// <summary>Makes a command.</summary>
    internal NpgsqlCommand CommandOf(string sql, params ReadOnlySpan<object> values)
    {
        NpgsqlCommand command = database.Pool.CreateCommand(sql);
        foreach (object value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private async IAsyncEnumerable<SnapshotPlace> QueryAsync(
        string filter, object[] values, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using NpgsqlCommand command =
            CommandOf(database.Sql($$"""SELECT {{Columns}} FROM {schema}.snapshot {{filter}}"""), values);
        await using NpgsqlDataReader reader =
            await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
        while (await reader.ReadAsync(cancel))
        {
            var info = new SnapshotInfo(KeyOf(reader), reader.GetInt64(2), reader.GetInt64(3));
            yield return new SnapshotPlace(
                info, reader.GetInt64(4), reader.GetInt32(5), reader.GetInt32(6), (uint)reader.GetInt64(7));
        }
    }

    private static PartitionKey KeyOf(NpgsqlDataReader reader) =>
        new((byte)reader.GetInt16(0), (ulong)reader.GetInt64(1));
}
