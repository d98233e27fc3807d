using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <content>Letting go of the log's beginning, and how large it is.</content>
public sealed partial class PostgresJournal
{
    // So much is deleted in one transaction: short enough to be in nobody's way.
    private const long TrimChunkBytes = 32 * 1024 * 1024;

    /// <inheritdoc/>
    /// <remarks>
    /// For the whole cluster: one node is to call it, with what all of them can spare. Oldest first, a bounded part a
    /// transaction, so it can end anywhere. The last row always stays: it says where the log ends. When the server is
    /// away nothing is trimmed this time.
    /// </remarks>
    public void Trim(long position)
    {
        try
        {
            using NpgsqlConnection connection = Database.Pool.OpenConnection();
            while (TrimChunk(connection, position))
            {
            }

            RefreshFirst();
        }
        catch (Exception e) when (PostgresFailures.IsPassing(e))
        {
            _options.Warn?.Invoke($"The log at {Database.Host} was not trimmed: {e.Message}");
        }
    }

    /// <summary>How large the log is. One round trip.</summary>
    /// <exception cref="NpgsqlException">The server did not answer.</exception>
    public async Task<PostgresJournalStatus> ReadStatusAsync(CancellationToken cancel = default)
    {
        await using NpgsqlCommand command = Database.Pool.CreateCommand(Database.Sql("""
            SELECT first_position, position,
                   (SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = '{schema}.journal'::regclass),
                   pg_total_relation_size('{schema}.journal'::regclass)
            FROM {schema}.head
            """));
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        (double medianMs, double p99Ms) = _commits.Read();
        return new PostgresJournalStatus(
            reader.GetInt64(0), reader.GetInt64(1), CommittedPosition, reader.GetInt64(2), reader.GetInt64(3),
            _commits.Count, medianMs, p99Ms, Session.Term);
    }

    private bool TrimChunk(NpgsqlConnection connection, long position)
    {
        using NpgsqlCommand command = new(
            Database.Sql("""
            DELETE FROM {schema}.journal
            WHERE end_position <= $1
              AND position < (SELECT first_position FROM {schema}.head) + $2
              AND position < (SELECT max(position) FROM {schema}.journal)
            """), connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = TrimChunkBytes });
        return command.ExecuteNonQuery() > 0;
    }
}
