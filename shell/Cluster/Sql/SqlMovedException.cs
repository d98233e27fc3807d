namespace Catalog.Shell.Cluster.Sql;

/// <summary>Another server has written to the tables: where they stand must be read again.</summary>
internal sealed class SqlMovedException(string tables)
    : Exception($"The tables in schema {tables} were moved on by another server.");
