namespace Catalog.Shell.Cluster.Postgres;

/// <summary>The configured PostgreSQL cannot be used; the message is for the person who starts the server.</summary>
public sealed class PostgresUnavailableException(string message, Exception? cause = null)
    : IOException(message, cause);
