using Catalog.Engine.Storage.Blobs;
using Catalog.Shell.Cluster.Moving;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Hosting;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Cluster.Nodes;

/// <summary>Registers this server as alone or as one of several.</summary>
public static class ClusterServices
{
    /// <summary>
    /// Registers what the engine stands on and who does what: the data folder and this server, or, where the journal is
    /// kept in PostgreSQL, what all nodes share. After the database and the blobs.
    /// </summary>
    public static IServiceCollection AddCluster(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ClusterOptions>().BindConfiguration(ClusterOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ClusterOptions>, ClusterOptionsValidator>();
        services.AddSingleton(static s => s.GetRequiredService<IOptions<ClusterOptions>>().Value);
        services.AddSingleton<ClusterEndpoint>();
        if (!configuration.HasSharedJournal())
            return services.AddSingleton<IHostStorage, FolderStorage>().AddSingleton<ICluster, AloneCluster>();
        services
            .AddSingleton<FolderMove>()
            .AddSingleton(static s => new ClusterStorage(
                s.GetRequiredService<PostgresDatabase>(),
                s.GetRequiredService<IBlobStore>(),
                s.GetRequiredService<ClusterOptions>()))
            .AddSingleton<IHostStorage>(static s => s.GetRequiredService<ClusterStorage>())
            .AddSingleton<ClusterMember>()
            .AddSingleton<ICluster>(static s => s.GetRequiredService<ClusterMember>());
        return services;
    }
}
