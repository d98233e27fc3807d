namespace Catalog.Shell.Cluster.Sql.Contracts;

/// <summary>All tables for analysts.</summary>
/// <param name="Schemas">By system; empty when no PostgreSQL is configured.</param>
public sealed record SqlTablesListAnswer(IReadOnlyList<SqlTablesAnswer> Schemas);
