using System.Diagnostics;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres;

/// <summary>
/// Brings the schema up to date: every step that was not applied yet, in order, all in one transaction and under an
/// advisory lock, so that nodes which start together do it once and a crash half-way leaves nothing. What was applied
/// stands in the table <c>schema_step</c>.
/// </summary>
internal sealed partial class SchemaMigrator(PostgresDatabase database, ILogger log)
{
    private const int PatientCommandSeconds = 120;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Does it, trying again while the server does not answer.</summary>
    /// <param name="patience">How long the server may be away.</param>
    /// <exception cref="PostgresUnavailableException">It cannot be done; the message says why.</exception>
    public void Migrate(TimeSpan patience)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                Apply(SchemaStep.All);
                return;
            }
            catch (PostgresException refused) when (!PostgresFailures.IsPassing(refused))
            {
                throw new PostgresUnavailableException(
                    $"PostgreSQL at {database.Host} refuses: {refused.MessageText} ({refused.SqlState}).", refused);
            }
            catch (Exception away) when (PostgresFailures.IsPassing(away) && away is not PostgresUnavailableException)
            {
                if (Stopwatch.GetElapsedTime(start) >= patience)
                {
                    throw new PostgresUnavailableException(
                        $"PostgreSQL at {database.Host} does not answer: {Reason(away)}", away);
                }

                Away(log, database.Host, Reason(away));
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Applies what is missing of <paramref name="steps"/>, once.</summary>
    internal void Apply(IReadOnlyList<SchemaStep> steps)
    {
        using NpgsqlConnection connection = database.Pool.OpenConnection();
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        Run(connection, $"SELECT pg_advisory_xact_lock({database.LockClass("schema")}, 0)");
        Prepare(connection);
        HashSet<int> applied = ReadApplied(connection);
        int newest = steps.Count == 0 ? 0 : steps[^1].Number;
        if (applied.Any(number => number > newest))
        {
            throw new PostgresUnavailableException(
                $"The schema {database.Schema} of PostgreSQL at {database.Host} was made by a newer version of this "
                + $"server: it has step {applied.Max()}, this version knows steps up to {newest}. Start that version, "
                + "or configure another schema.");
        }

        foreach (SchemaStep step in steps)
        {
            if (applied.Contains(step.Number)) continue;
            Run(connection, database.Sql(step.Sql));
            Record(connection, step);
            Applied(log, step.Number, step.Name);
        }

        transaction.Commit();
    }

    // A schema that was made for us may be in a database we may make none in, so it is not asked for again.
    private void Prepare(NpgsqlConnection connection)
    {
        using (var exists = new NpgsqlCommand("SELECT to_regnamespace($1) IS NOT NULL", connection))
        {
            exists.Parameters.Add(new NpgsqlParameter { Value = database.Schema });
            if (exists.ExecuteScalar() is not true) Run(connection, database.Sql("CREATE SCHEMA {schema}"));
        }

        Run(connection, database.Sql("""
            CREATE TABLE IF NOT EXISTS {schema}.schema_step (
                number integer PRIMARY KEY,
                name text NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT now());
            """));
    }

    private HashSet<int> ReadApplied(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(database.Sql("SELECT number FROM {schema}.schema_step"), connection);
        using NpgsqlDataReader reader = command.ExecuteReader();
        var applied = new HashSet<int>();
        while (reader.Read()) applied.Add(reader.GetInt32(0));
        return applied;
    }

    private void Record(NpgsqlConnection connection, SchemaStep step)
    {
        string sql = database.Sql("INSERT INTO {schema}.schema_step (number, name) VALUES ($1, $2)");
        using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = step.Number });
        command.Parameters.Add(new NpgsqlParameter { Value = step.Name });
        command.ExecuteNonQuery();
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = PatientCommandSeconds };
        command.ExecuteNonQuery();
    }

    private static string Reason(Exception failure) => failure.InnerException?.Message ?? failure.Message;

    [LoggerMessage(90, LogLevel.Information, "PostgreSQL schema: applied step {Number} ({Name})")]
    private static partial void Applied(ILogger logger, int number, string name);

    [LoggerMessage(91, LogLevel.Warning, "Waiting for PostgreSQL at {Host}: {Reason}")]
    private static partial void Away(ILogger logger, string host, string reason);
}
