using Catalog.Engine.Storage.Blobs;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Blobs;
using Catalog.Shell.Cluster.S3;
using Catalog.Shell.Options;

namespace Catalog.Shell.Cluster.Blobs;

/// <summary>
/// Registers the store of blobs: the bucket where one is configured; else the database where one is, because other
/// nodes must see them; else the data folder.
/// </summary>
public static class BlobServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddBlobs(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.HasS3())
        {
            return services
                .AddSingleton<IBlobStore>(static s => s.GetRequiredService<S3BlobStore>())
                .AddHostedService<S3Check>();
        }

        return configuration.HasPostgres()
            ? services.AddSingleton<IBlobStore>(static s =>
            {
                PostgresDatabase database = s.GetRequiredService<PostgresDatabase>();
                database.EnsureSchema();
                return new PostgresBlobStore(database);
            })
            : services.AddSingleton<IBlobStore>(static s => LocalBlobs.Open(s.GetRequiredService<CatalogOptions>()));
    }
}
