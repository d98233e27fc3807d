using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>Where the log begins and ends at the server.</summary>
/// <param name="FirstPosition">Where what is kept of it begins.</param>
/// <param name="HeadPosition">Where it ends.</param>
internal readonly record struct JournalEnds(long FirstPosition, long HeadPosition)
{
    /// <summary>Asks the server.</summary>
    internal static async Task<JournalEnds> ReadAsync(PostgresDatabase database, CancellationToken cancel)
    {
        string sql = database.Sql("SELECT first_position, position FROM {schema}.head");
        await using NpgsqlCommand command = database.Pool.CreateCommand(sql);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new JournalEnds(reader.GetInt64(0), reader.GetInt64(1));
    }
}
