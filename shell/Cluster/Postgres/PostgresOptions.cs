namespace Catalog.Shell.Cluster.Postgres;

/// <summary>
/// The PostgreSQL server of a cluster, section <c>Catalog:Postgres</c>. Without <see cref="ConnectionString"/> there is
/// none, and everything is kept in the data folder.
/// </summary>
public sealed class PostgresOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Postgres";

    /// <summary>
    /// How to connect, as Npgsql reads it: <c>Host=…;Username=…;Password=…;Database=…;SSL Mode=VerifyFull;Root
    /// Certificate=…</c>. What it says itself of pool, timeouts and keep-alives goes before the settings here.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>The schema this server's own tables stand in; nodes with the same one are one cluster.</summary>
    public string Schema { get; set; } = "catalog";

    /// <summary>
    /// Whether the journal is kept there, shared by all nodes; else each server keeps its own in its data folder, and
    /// the database has only what analysts ask for.
    /// </summary>
    public bool Journal { get; set; } = true;

    /// <summary>Connections in the pool, at most. The node's session is one more.</summary>
    public int MaxPoolSize { get; set; } = 32;

    /// <summary>How long making a connection may take, in seconds.</summary>
    public int ConnectTimeoutSeconds { get; set; } = 5;

    /// <summary>How long a statement may take before it is cancelled, in seconds.</summary>
    public int CommandTimeoutSeconds { get; set; } = 15;

    /// <summary>
    /// How long a connection may be silent before either side asks the other whether it is still there, in seconds.
    /// </summary>
    public int KeepAliveSeconds { get; set; } = 2;

    /// <summary>How long a peer may leave what was sent to it unacknowledged before it counts as dead, in
    /// seconds.</summary>
    public int DeadPeerSeconds { get; set; } = 6;

    /// <summary>
    /// How long this server waits at start for PostgreSQL to answer, in seconds: the two may be started together.
    /// </summary>
    public int StartPatienceSeconds { get; set; } = 30;

    /// <summary>Whether there is a server.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>Whether the journal is kept there.</summary>
    public bool HasJournal => IsConfigured && Journal;
}
