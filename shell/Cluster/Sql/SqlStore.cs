using Catalog.Shell.Cluster.Postgres;
using Npgsql;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>
/// The tables of one system in PostgreSQL: making them, writing rows together with the position they stand at, and
/// setting aside facts whose rows cannot be written. Thread-safe.
/// </summary>
internal sealed class SqlStore(PostgresDatabase database, ISqlTables tables, string journal)
{
    private const string MoveSql = """
        UPDATE {schema}.sql_tables SET applied_position = $1
        WHERE name = $2 AND applied_position = $3 AND journal = $4
        """;

    private const string RefuseSql = """
        INSERT INTO {schema}.sql_refused (name, position, system, key, type, version, time_ms, payload, error)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    /// <summary>Reads what is kept beside the tables; null when they are not made.</summary>
    public async Task<SqlState?> ReadAsync(CancellationToken cancel)
    {
        const string sql = """
            SELECT version, journal, applied_position, filled_until FROM {schema}.sql_tables WHERE name = $1
            """;
        await using NpgsqlCommand command = CommandOf(sql, tables.Schema);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return null;
        return new SqlState(row.GetInt32(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3));
    }

    /// <summary>
    /// Lets go of connections nobody uses: those to a server that was restarted since look well until they are used.
    /// </summary>
    public void DropConnections() => database.Pool.Clear();

    /// <summary>How many facts were set aside.</summary>
    public async Task<long> CountRefusedAsync(CancellationToken cancel)
    {
        await using NpgsqlCommand command =
            CommandOf("SELECT count(*) FROM {schema}.sql_refused WHERE name = $1", tables.Schema);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Forgets that the tables were made, so that they are made anew.</summary>
    public async Task ForgetAsync(CancellationToken cancel)
    {
        await using NpgsqlCommand command =
            CommandOf("DELETE FROM {schema}.sql_tables WHERE name = $1", tables.Schema);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// Makes the tables anew, and fills them, all in one transaction: whoever looks sees the old ones or the new ones.
    /// </summary>
    /// <param name="filledUntil">
    /// Where the journal is to be read up to, from its beginning; null to take the rows from the models.
    /// </param>
    /// <param name="cancel">Gives up; everything stays as it was.</param>
    public async Task<SqlState> MakeAsync(long? filledUntil, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.OpenSessionAsync(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        await RunAsync(connection, $"SELECT pg_advisory_xact_lock({database.LockClass("sql")}, 0)", cancel);
        await RunAsync(connection, MakeSql(), cancel);
        long position = filledUntil is null ? await tables.SeedAsync(new SqlSeed(connection), cancel) : 0;
        var state = new SqlState(tables.Version, journal, position, filledUntil ?? position);
        const string sql = """
            INSERT INTO {schema}.sql_tables (name, version, journal, applied_position, filled_until)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (name) DO UPDATE SET version = EXCLUDED.version, journal = EXCLUDED.journal,
                applied_position = EXCLUDED.applied_position, filled_until = EXCLUDED.filled_until, filled_at = now()
            """;
        await RunAsync(
            connection, database.Sql(sql), cancel, tables.Schema, state.Version, journal, position, state.FilledUntil);
        await RunAsync(connection, database.Sql("DELETE FROM {schema}.sql_refused WHERE name = $1"), cancel,
            tables.Schema);
        await transaction.CommitAsync(cancel);
        return state;
    }

    /// <summary>Writes rows and the new position in one transaction.</summary>
    /// <exception cref="SqlMovedException">The tables do not stand where they were thought to.</exception>
    public async Task WriteAsync(SqlBatch rows, long from, long to, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Pool.OpenConnectionAsync(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(MoveCommand(from, to));
        rows.AddTo(batch);
        await batch.ExecuteNonQueryAsync(cancel);
        if (batch.BatchCommands[0].RecordsAffected != 1) throw new SqlMovedException(tables.Schema);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Sets a fact aside and goes on behind it, in one transaction.</summary>
    /// <exception cref="SqlMovedException">The tables do not stand where they were thought to.</exception>
    public async Task RefuseAsync(SqlFact fact, string error, (long From, long To) move, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await database.Pool.OpenConnectionAsync(cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(MoveCommand(move.From, move.To));
        var command = new NpgsqlBatchCommand(database.Sql(RefuseSql));
        Add(command.Parameters, tables.Schema, fact.Header.Position, (short)fact.Header.Partition.System,
            unchecked((long)fact.Header.Partition.Key), (int)fact.Header.Type, (short)fact.Header.Version,
            fact.Header.TimeMs, fact.Payload, SqlText.Clean(error));
        batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancel);
        if (batch.BatchCommands[0].RecordsAffected != 1) throw new SqlMovedException(tables.Schema);
        await transaction.CommitAsync(cancel);
    }

    private static void Add(NpgsqlParameterCollection parameters, params ReadOnlySpan<object> values)
    {
        foreach (object value in values) parameters.Add(new NpgsqlParameter { Value = value });
    }

    private static async Task RunAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        Add(command.Parameters, values);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlBatchCommand MoveCommand(long from, long to)
    {
        var command = new NpgsqlBatchCommand(database.Sql(MoveSql));
        Add(command.Parameters, to, tables.Schema, from, journal);
        return command;
    }

    private NpgsqlCommand CommandOf(string sql, params ReadOnlySpan<object> values)
    {
        NpgsqlCommand command = database.Pool.CreateCommand(database.Sql(sql));
        Add(command.Parameters, values);
        return command;
    }

    private string MakeSql()
    {
        var sql = new System.Text.StringBuilder($"CREATE SCHEMA IF NOT EXISTS {tables.Schema};\n");
        foreach (SqlTable table in tables.Tables) sql.Append($"DROP TABLE IF EXISTS {table.FullName} CASCADE;\n");
        foreach (SqlTable table in tables.Tables) sql.Append(table.CreateSql());
        return sql.Append(tables.MoreSql).ToString();
    }
}
