using Npgsql;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>Fills empty tables with rows taken from models, a table at a time. One user at a time.</summary>
internal sealed class SqlSeed(NpgsqlConnection connection)
{
    /// <summary>Copies rows into a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns the rows have, in the table's order.</param>
    /// <param name="rows">The rows; the array may be the same one each time.</param>
    /// <param name="cancel">Gives up; nothing stays.</param>
    public async Task CopyAsync(
        SqlTable table, string[] columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancel)
    {
        ulong mask = columns.Aggregate(0UL, (all, column) => all | (1UL << table.IndexOf(column)));
        await using TextWriter copy = await connection.BeginTextImportAsync(table.CopySql(mask), cancel);
        await foreach (object?[] row in rows.WithCancellation(cancel))
            await copy.WriteAsync(SqlText.CopyLine(row).AsMemory(), cancel);
    }
}
