using System.Security.Cryptography;
using Catalog.Shell.Auth;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Hosting;
using Catalog.Shell.Options;
using Npgsql;

namespace Catalog.Shell.Cluster.Moving;

/// <summary>What a folder keeps in small files and a cluster among its secrets: the journal's name, the key of tokens.
/// </summary>
internal sealed class FolderSecrets(CatalogOptions catalog, PostgresDatabase database)
{
    /// <summary>The name of the folder's journal, which is the cluster's from now on.</summary>
    public string Journal { get; } = FolderId.Find(catalog.DataPath)
        ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(FolderId.SizeBytes));

    /// <summary>The name of the journal in PostgreSQL; null where there is none.</summary>
    public async Task<string?> ReadJournalAsync(NpgsqlConnection session, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            database.Sql("SELECT value FROM {schema}.secret WHERE name = $1"), session);
        command.Parameters.Add(new NpgsqlParameter { Value = FolderId.SharedName });
        return await command.ExecuteScalarAsync(cancel) is byte[] name ? Convert.ToHexStringLower(name) : null;
    }

    /// <summary>
    /// Saves them. A key that is there is the one the server signed with, because it had the database already.
    /// </summary>
    public async Task SaveAsync(NpgsqlConnection session, CancellationToken cancel)
    {
        const string Replace = "DO UPDATE SET value = EXCLUDED.value";
        await SaveAsync(session, FolderId.SharedName, Convert.FromHexString(Journal), Replace, cancel);
        string key = SigningKey.PathIn(catalog.DataPath);
        if (File.Exists(key))
            await SaveAsync(session, TokenKey.SecretName, SigningKey.LoadOrCreate(key), "DO NOTHING", cancel);
    }

    private async Task SaveAsync(
        NpgsqlConnection session, string name, byte[] value, string otherwise, CancellationToken cancel)
    {
        string sql = $"INSERT INTO {{schema}}.secret (name, value) VALUES ($1, $2) ON CONFLICT (name) {otherwise}";
        await using var command = new NpgsqlCommand(database.Sql(sql), session);
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
