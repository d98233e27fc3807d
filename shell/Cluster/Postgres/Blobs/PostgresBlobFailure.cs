using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Blobs;

/// <summary>Says what the driver throws as storage does: as an <see cref="IOException"/>.</summary>
internal static class PostgresBlobFailure
{
    internal static async Task<T> TellAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is not IOException && (e is NpgsqlException || PostgresFailures.IsPassing(e)))
        {
            throw Of(e);
        }
    }

    internal static IOException Of(Exception failure) =>
        new($"PostgreSQL: {failure.InnerException?.Message ?? failure.Message}", failure);
}
