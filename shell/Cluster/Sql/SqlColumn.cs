namespace Catalog.Shell.Cluster.Sql;

/// <summary>A column of a table for analysts.</summary>
/// <param name="Name">Its name: lower case, no quotes needed.</param>
/// <param name="Type">Its type in PostgreSQL.</param>
/// <param name="Rest">What follows the type: <c>NOT NULL</c>, a default.</param>
/// <param name="IsLatest">Whether the greatest of all values stays, in whatever order they come.</param>
internal sealed record SqlColumn(string Name, string Type, string Rest = "", bool IsLatest = false)
{
    /// <summary>Whether PostgreSQL makes its values, so that nobody writes them.</summary>
    public bool IsGenerated => Rest.StartsWith("GENERATED", StringComparison.Ordinal);
}
