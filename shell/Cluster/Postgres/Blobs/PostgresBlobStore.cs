using Catalog.Engine.Storage.Blobs;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Blobs;

/// <summary>
/// Blobs as rows: pieces of one size, and one row that makes them count, in one transaction. For clusters without a
/// bucket. Thread-safe.
/// </summary>
/// <remarks>
/// Everything that is put goes through the server's write-ahead log, so backups and replicas have it, and pay for it.
/// A blob of one piece is one round trip.
/// </remarks>
public sealed class PostgresBlobStore(PostgresDatabase database) : IBlobStore
{
    /// <summary>Bytes of every piece but a blob's last.</summary>
    internal const int PieceBytes = 1024 * 1024;

    private readonly string _find = database.Sql("SELECT size, crc FROM {schema}.blob WHERE name = $1");
    private readonly string _delete = database.Sql("DELETE FROM {schema}.blob WHERE name = $1");

    private readonly string _read = database.Sql($$"""
        SELECT p.data IS NULL, substring(p.data
            FROM (greatest($2 - p.number::bigint * {{PieceBytes}}, 0) + 1)::int
            FOR (least($2 + $3 - p.number::bigint * {{PieceBytes}}, {{PieceBytes}})
                - greatest($2 - p.number::bigint * {{PieceBytes}}, 0))::int)
        FROM {schema}.blob b
        LEFT JOIN {schema}.blob_piece p ON p.blob = b.id
            AND p.number BETWEEN $2 / {{PieceBytes}} AND ($2 + $3 - 1) / {{PieceBytes}}
        WHERE b.name = $1
        ORDER BY p.number
        """);

    // No letter of a name is behind '~'.
    private readonly string _list = database.Sql("""
        SELECT name, size FROM {schema}.blob
        WHERE name >= $1 AND name < $1 || '~' AND name > $2 AND strpos(substr(name, $3), '/') = 0
        ORDER BY name LIMIT $4
        """);

    /// <inheritdoc/>
    public async ValueTask<BlobInfo> PutAsync(
        string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        BlobName.Check(name);
        await using var stream = new PostgresBlobWriteStream(database, name);
        await write(stream, cancel);
        return await stream.EndAsync(name, cancel);
    }

    /// <inheritdoc/>
    public ValueTask<BlobInfo?> FindAsync(string name, CancellationToken cancel = default)
    {
        BlobName.Check(name);
        return new ValueTask<BlobInfo?>(PostgresBlobFailure.TellAsync<BlobInfo?>(async () =>
        {
            await using NpgsqlCommand command = CommandOf(_find, name);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
            return await reader.ReadAsync(cancel)
                ? new BlobInfo(name, reader.GetInt64(0), (uint)reader.GetInt64(1))
                : null;
        }));
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(
        string name, long offset, Memory<byte> buffer, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        BlobName.Check(name);
        if (buffer.IsEmpty) return ValueTask.FromResult(0);
        return new ValueTask<int>(PostgresBlobFailure.TellAsync(async () =>
        {
            await using NpgsqlCommand command = CommandOf(_read, name, offset, (long)buffer.Length);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
            int read = 0;
            bool isThere = false;
            while (await reader.ReadAsync(cancel))
            {
                isThere = true;
                if (reader.GetBoolean(0)) continue;
                byte[] piece = reader.GetFieldValue<byte[]>(1);
                piece.CopyTo(buffer[read..]);
                read += piece.Length;
            }

            return isThere ? read : throw new BlobMissingException(name);
        }));
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string name, CancellationToken cancel = default)
    {
        BlobName.Check(name);
        return new ValueTask(PostgresBlobFailure.TellAsync(async () =>
        {
            await using NpgsqlCommand command = CommandOf(_delete, name);
            return await command.ExecuteNonQueryAsync(cancel);
        }));
    }

    /// <inheritdoc/>
    public ValueTask<BlobPage> ListAsync(
        string prefix, string? after, int limit, CancellationToken cancel = default)
    {
        BlobName.CheckListing(prefix, limit);
        return new ValueTask<BlobPage>(PostgresBlobFailure.TellAsync(async () =>
        {
            int folder = BlobName.FolderOf(prefix).Length;
            await using NpgsqlCommand command = CommandOf(_list, prefix, after ?? "", folder + 2, limit + 1);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
            var entries = new List<BlobEntry>();
            while (await reader.ReadAsync(cancel))
            {
                if (entries.Count == limit) return new BlobPage(entries, HasMore: true);
                entries.Add(new BlobEntry(reader.GetString(0), reader.GetInt64(1)));
            }

            return new BlobPage(entries, HasMore: false);
        }));
    }

    private NpgsqlCommand CommandOf(string sql, params ReadOnlySpan<object> values)
    {
        NpgsqlCommand command = database.Pool.CreateCommand(sql);
        foreach (object value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
