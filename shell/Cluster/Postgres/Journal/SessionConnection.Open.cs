using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <content>Making a session: settings, the node's number, prepared statements.</content>
internal sealed partial class SessionConnection
{
    // A commit must be durable when it is told, whatever the role's defaults are; nothing but our own timeout may end a
    // statement; and the server looks after a client that went away while its statement waits for the log's lock.
    private const string Settings = """
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
        SET default_transaction_isolation = 'read committed';
        SET default_transaction_read_only = off;
        SET statement_timeout = 0;
        SET lock_timeout = 0;
        SET idle_session_timeout = 0;
        SET client_connection_check_interval = '1s';
        """;

    private static readonly TimeSpan NumberPause = TimeSpan.FromMilliseconds(20);
    private const int NumberAttempts = 50;

    /// <summary>Makes a session and takes a node number for it: that of the session before it, when it can.</summary>
    /// <param name="database">The database.</param>
    /// <param name="options">The journal's options.</param>
    /// <param name="previous">
    /// This node's session before; if the server still has it, it is ended, because it holds our number and our shards.
    /// </param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="NpgsqlException">It could not be made.</exception>
    internal static async Task<SessionConnection> OpenAsync(
        PostgresDatabase database, PostgresJournalOptions options, SessionIdentity? previous, CancellationToken cancel)
    {
        NpgsqlConnection connection = await database.OpenSessionAsync(cancel);
        try
        {
            await RunAsync(connection, Settings, cancel);
            if (previous is not null) await EndAsync(connection, previous, cancel);
            int number = await TakeNumberAsync(connection, database, options, previous, cancel);
            SessionIdentity identity = await IdentifyAsync(connection, database, number, cancel);
            var session = new SessionConnection(connection, database, identity, options.StatementTimeout);
            await session.PrepareAsync(cancel);
            return session;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task EndAsync(NpgsqlConnection connection, SessionIdentity session, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND backend_start = $2", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = session.BackendPid });
        command.Parameters.Add(new NpgsqlParameter { Value = session.StartedAt });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<int> TakeNumberAsync(
        NpgsqlConnection connection,
        PostgresDatabase database,
        PostgresJournalOptions options,
        SessionIdentity? previous,
        CancellationToken cancel)
    {
        int lockClass = database.LockClass(NodeSession.NumberPurpose);
        int preferred = previous?.NodeNumber ?? options.PreferredNode;
        // Our own old session needs a moment to end.
        int attempts = previous is null ? 1 : NumberAttempts;
        for (int attempt = 0; attempt < attempts; attempt++)
        {
            if (await TryTakeAsync(connection, lockClass, preferred, cancel)) return preferred;
            if (attempt + 1 < attempts) await Task.Delay(NumberPause, cancel);
        }

        const int Numbers = NodeSession.MaxNodeNumber + 1;
        for (int step = 1; step < Numbers; step++)
        {
            int number = (preferred + step) % Numbers;
            if (await TryTakeAsync(connection, lockClass, number, cancel)) return number;
        }

        throw new IOException($"All {Numbers} node numbers are taken.");
    }

    private static async Task<bool> TryTakeAsync(
        NpgsqlConnection connection, int lockClass, int number, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1, $2)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = lockClass });
        command.Parameters.Add(new NpgsqlParameter { Value = number });
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private static async Task<SessionIdentity> IdentifyAsync(
        NpgsqlConnection connection, PostgresDatabase database, int number, CancellationToken cancel)
    {
        string sql = database.Sql("""
            SELECT nextval('{schema}.term'), pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()
            """);
        await using var command = new NpgsqlCommand(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new SessionIdentity(reader.GetInt64(0), number, reader.GetInt32(1), reader.GetDateTime(2));
    }
}
