using System.Security.Cryptography;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres;

/// <summary>
/// Secrets all nodes share: each is made once, by the node that needs it first, and the same everywhere after that.
/// Whoever may read the schema knows them. Blocks: they are needed before the first request. Thread-safe.
/// </summary>
public sealed class SharedSecrets(PostgresDatabase database)
{
    /// <summary>Whether there is a database to share them through.</summary>
    public bool IsShared => database.IsConfigured;

    /// <summary>The secret of a name, made of random bytes when there is none.</summary>
    /// <exception cref="PostgresUnavailableException">The database cannot be used.</exception>
    public byte[] GetOrCreate(string name, int sizeBytes) =>
        GetOrCreate(name, () => RandomNumberGenerator.GetBytes(sizeBytes));

    /// <summary>The secret of a name, made by <paramref name="create"/> when there is none.</summary>
    /// <exception cref="PostgresUnavailableException">The database cannot be used.</exception>
    public byte[] GetOrCreate(string name, Func<byte[]> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        database.EnsureSchema();
        try
        {
            using NpgsqlConnection connection = database.Pool.OpenConnection();
            if (Find(connection, name) is { } known) return known;
            string sql = "INSERT INTO {schema}.secret (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
            using (var command = new NpgsqlCommand(database.Sql(sql), connection))
            {
                command.Parameters.Add(new NpgsqlParameter { Value = name });
                command.Parameters.Add(new NpgsqlParameter { Value = create() });
                command.ExecuteNonQuery();
            }

            // Not what was just made: another node may have been quicker.
            return Find(connection, name)!;
        }
        catch (NpgsqlException failure)
        {
            throw new PostgresUnavailableException(
                $"PostgreSQL at {database.Host} does not give the shared secret '{name}': {failure.Message}", failure);
        }
    }

    private byte[]? Find(NpgsqlConnection connection, string name)
    {
        string sql = database.Sql("SELECT value FROM {schema}.secret WHERE name = $1");
        using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        return command.ExecuteScalar() as byte[];
    }
}
