using System.IO.Hashing;
using System.Text;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres;

/// <summary>
/// The configured database: a pool of connections, and dedicated ones. Nothing is connected until it is asked for; the
/// schema is there once <see cref="EnsureSchema"/> has returned, which whoever needs it early may call first.
/// Thread-safe.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable, IDisposable
{
    private readonly PostgresOptions _options;
    private readonly NpgsqlDataSource? _pool;
    private readonly NpgsqlDataSource? _dedicated;
    private readonly Lazy<bool> _schema;

    /// <summary>Makes it; nothing is connected.</summary>
    public PostgresDatabase(PostgresOptions options, ILogger<PostgresDatabase> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _schema = new Lazy<bool>(() =>
        {
            new SchemaMigrator(this, log).Migrate(TimeSpan.FromSeconds(options.StartPatienceSeconds));
            return true;
        });
        Schema = $"\"{options.Schema}\"";
        if (!options.IsConfigured) return;
        NpgsqlConnectionStringBuilder connection = PostgresConnection.Build(options);
        Host = $"{connection.Host}:{connection.Port}/{connection.Database ?? connection.Username}";
        _pool = NpgsqlDataSource.Create(connection);
        connection.Pooling = false;
        _dedicated = NpgsqlDataSource.Create(connection);
    }

    /// <summary>Whether there is a database; everything else needs one.</summary>
    public bool IsConfigured => _pool is not null;

    /// <summary>Server and database, for messages; no secret is in it.</summary>
    public string Host { get; } = "";

    /// <summary>The schema of this server's own tables, quoted.</summary>
    public string Schema { get; }

    /// <summary>The pool.</summary>
    /// <exception cref="InvalidOperationException">No database is configured.</exception>
    public NpgsqlDataSource Pool => _pool ?? throw NotConfigured();

    /// <summary>Puts the schema's name where <paramref name="sql"/> says <c>{schema}</c>.</summary>
    public string Sql(string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return sql.Replace("{schema}", Schema, StringComparison.Ordinal);
    }

    /// <summary>
    /// A connection of its own, in no pool: what is bound to a session (advisory locks, say) ends with it and never
    /// returns to another user. The caller disposes it.
    /// </summary>
    /// <exception cref="NpgsqlException">It cannot be made.</exception>
    public ValueTask<NpgsqlConnection> OpenSessionAsync(CancellationToken cancel) =>
        (_dedicated ?? throw NotConfigured()).OpenConnectionAsync(cancel);

    /// <summary>
    /// The first of the two numbers of advisory locks for a purpose: another one for every schema, so that two clusters
    /// in one database do not meet.
    /// </summary>
    public int LockClass(string purpose) =>
        unchecked((int)Crc32.HashToUInt32(Encoding.UTF8.GetBytes($"catalog/{_options.Schema}/{purpose}")));

    /// <summary>
    /// Waits until the server answers and brings its schema up to date, once a process. Blocks; returns at once when it
    /// was done before. Several nodes may do it at the same time.
    /// </summary>
    /// <exception cref="PostgresUnavailableException">
    /// The server does not answer in time, refuses us, or holds the schema of a newer version.
    /// </exception>
    public void EnsureSchema() => _ = _schema.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_pool is not null) await _pool.DisposeAsync();
        if (_dedicated is not null) await _dedicated.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pool?.Dispose();
        _dedicated?.Dispose();
    }

    private static InvalidOperationException NotConfigured() =>
        new($"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)} is not set.");
}
