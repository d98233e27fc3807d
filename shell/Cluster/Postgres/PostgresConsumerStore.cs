using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres;

/// <summary>
/// Keeps consumers of a shared journal in PostgreSQL, so that whichever node runs one goes on where the last one was.
/// Every call is one transaction. Thread-safe.
/// </summary>
internal sealed class PostgresConsumerStore(PostgresDatabase database) : IConsumerStore
{
    private const string SaveOffsetSql = """
        INSERT INTO {schema}.consumer (name, offset_position) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET offset_position = EXCLUDED.offset_position, saved_at = now()
        """;

    private const string ParkSql = """
        INSERT INTO {schema}.consumer_parked
            (consumer, position, system, key, type, version, time_ms, payload, attempts, error, parked_at_ms)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (consumer, position) DO UPDATE
        SET attempts = EXCLUDED.attempts, error = EXCLUDED.error, parked_at_ms = EXCLUDED.parked_at_ms
        """;

    /// <inheritdoc/>
    public async ValueTask<ConsumerState?> LoadAsync(string name, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Pool.OpenConnectionAsync(cancel);
        long offset;
        const string offsetSql = "SELECT offset_position FROM {schema}.consumer WHERE name = $1";
        await using (NpgsqlCommand command = CommandOf(connection, offsetSql, name))
        {
            if (await command.ExecuteScalarAsync(cancel) is not long found) return null;
            offset = found;
        }

        return new ConsumerState(offset, await LoadParkedAsync(connection, name, cancel));
    }

    /// <inheritdoc/>
    public async ValueTask SaveOffsetAsync(string name, long offset, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Pool.OpenConnectionAsync(cancel);
        await ExecuteAsync(connection, SaveOffsetSql, cancel, name, offset);
    }

    /// <inheritdoc/>
    public async ValueTask ParkAsync(string name, ParkedEvent parked, long offset, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Pool.OpenConnectionAsync(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        await ParkAsync(connection, name, parked, cancel);
        await ExecuteAsync(connection, SaveOffsetSql, cancel, name, offset);
        await transaction.CommitAsync(cancel);
    }

    /// <inheritdoc/>
    public async ValueTask UpdateParkedAsync(string name, ParkedEvent parked, CancellationToken cancel)
    {
        const string sql = """
            UPDATE {schema}.consumer_parked SET attempts = $3, error = $4, parked_at_ms = $5
            WHERE consumer = $1 AND position = $2
            """;
        await using NpgsqlConnection connection = await database.Pool.OpenConnectionAsync(cancel);
        await ExecuteAsync(
            connection, sql, cancel, name, parked.Header.Position, parked.Attempts, Clean(parked.Error),
            parked.ParkedAtMs);
    }

    /// <inheritdoc/>
    public async ValueTask UnparkAsync(string name, long position, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Pool.OpenConnectionAsync(cancel);
        await ExecuteAsync(
            connection, "DELETE FROM {schema}.consumer_parked WHERE consumer = $1 AND position = $2", cancel, name,
            position);
    }

    /// <summary>Saves an offset within the caller's transaction.</summary>
    internal Task SaveOffsetAsync(NpgsqlConnection connection, string name, long offset, CancellationToken cancel) =>
        ExecuteAsync(connection, SaveOffsetSql, cancel, name, offset);

    /// <summary>Parks a fact within the caller's transaction.</summary>
    internal Task ParkAsync(
        NpgsqlConnection connection, string name, ParkedEvent parked, CancellationToken cancel)
    {
        EventHeader header = parked.Header;
        return ExecuteAsync(
            connection, ParkSql, cancel, name, header.Position, (short)header.Partition.System,
            unchecked((long)header.Partition.Key), (int)header.Type, (short)header.Version, header.TimeMs,
            parked.Payload.ToArray(), parked.Attempts, Clean(parked.Error), parked.ParkedAtMs);
    }

    private async Task<List<ParkedEvent>> LoadParkedAsync(
        NpgsqlConnection connection, string name, CancellationToken cancel)
    {
        const string sql = """
            SELECT position, system, key, type, version, time_ms, payload, attempts, error, parked_at_ms
            FROM {schema}.consumer_parked WHERE consumer = $1 ORDER BY position
            """;
        await using NpgsqlCommand command = CommandOf(connection, sql, name);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(cancel);
        var all = new List<ParkedEvent>();
        while (await row.ReadAsync(cancel))
        {
            var partition = new PartitionKey((byte)row.GetInt16(1), unchecked((ulong)row.GetInt64(2)));
            var header = new EventHeader(
                row.GetInt64(0), partition, (ushort)row.GetInt32(3), (byte)row.GetInt16(4), row.GetInt64(5));
            all.Add(new ParkedEvent(
                header, row.GetFieldValue<byte[]>(6), row.GetInt32(7), row.GetString(8), row.GetInt64(9)));
        }

        return all;
    }

    private NpgsqlCommand CommandOf(NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(database.Sql(sql), connection);
        foreach (object value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private async Task ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using NpgsqlCommand command = CommandOf(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancel);
    }

    // Text in PostgreSQL has no zero character.
    private static string Clean(string text) => text.Replace('\0', '\uFFFD');
}
