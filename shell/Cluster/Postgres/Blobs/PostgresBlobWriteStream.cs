using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Blobs;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Blobs;

/// <summary>
/// Writes a blob's pieces. What is one piece is one batch; of more, each is sent as it is full, in a transaction that
/// ends with the row. Not thread-safe.
/// </summary>
internal sealed class PostgresBlobWriteStream(PostgresDatabase database, string name)
    : BlobWriteStream(PostgresBlobStore.PieceBytes, hasFooter: false)
{
    // Two that put the same name come one after the other.
    private readonly string _lock = $"SELECT pg_advisory_xact_lock({database.LockClass("blob")}, hashtext($1))";
    private readonly string _delete = database.Sql("DELETE FROM {schema}.blob WHERE name = $1");
    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;
    private long _id;
    private int _number;
    private uint _crc;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_transaction is not null) await _transaction.DisposeAsync();
        if (_connection is not null) await _connection.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override async ValueTask<byte[]> WriteBlockAsync(
        byte[] block, int count, bool isLast, CancellationToken cancel)
    {
        _crc = Crc32C.Append(_crc, block.AsSpan(0, count));
        await PostgresBlobFailure.TellAsync(async () =>
        {
            if (isLast && _number == 0) await WriteWholeAsync(block.AsMemory(0, count), cancel);
            else await WritePieceAsync(block.AsMemory(0, count), isLast, cancel);
            return true;
        });
        return block;
    }

    private async Task WriteWholeAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await using NpgsqlBatch batch = database.Pool.CreateBatch();
        Add(batch, _lock, name);
        Add(batch, _delete, name);
        const string insert = """
            WITH made AS (INSERT INTO {schema}.blob (name, size, crc) VALUES ($1, $2, $3) RETURNING id)
            INSERT INTO {schema}.blob_piece (blob, number, data) SELECT id, 0, $4 FROM made
            """;
        Add(batch, database.Sql(insert), name, (long)content.Length, (long)_crc, content);
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private async Task WritePieceAsync(ReadOnlyMemory<byte> piece, bool isLast, CancellationToken cancel)
    {
        if (_connection is null) await BeginAsync(cancel);
        await using var batch = new NpgsqlBatch(_connection, _transaction);
        const string insert = "INSERT INTO {schema}.blob_piece (blob, number, data) VALUES ($1, $2, $3)";
        Add(batch, database.Sql(insert), _id, _number++, piece);
        if (isLast)
        {
            Add(batch, _lock, name);
            Add(batch, _delete, name);
            const string finish = """
                INSERT INTO {schema}.blob (id, name, size, crc) OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4)
                """;
            Add(batch, database.Sql(finish), _id, name, Length, (long)_crc);
        }

        await batch.ExecuteNonQueryAsync(cancel);
        cancel.ThrowIfCancellationRequested();
        if (isLast) await _transaction!.CommitAsync(cancel);
    }

    private async Task BeginAsync(CancellationToken cancel)
    {
        _connection = await database.Pool.OpenConnectionAsync(cancel);
        _transaction = await _connection.BeginTransactionAsync(cancel);
        string sequence = $"SELECT nextval(pg_get_serial_sequence('{database.Schema}.blob', 'id'))";
        await using var next = new NpgsqlCommand(sequence, _connection, _transaction);
        _id = (long)(await next.ExecuteScalarAsync(cancel))!;
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (object value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
