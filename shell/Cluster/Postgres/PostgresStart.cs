namespace Catalog.Shell.Cluster.Postgres;

/// <summary>Brings the schema up to date before anything else starts.</summary>
internal sealed class PostgresStart(PostgresDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        database.IsConfigured ? Task.Run(database.EnsureSchema, cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
