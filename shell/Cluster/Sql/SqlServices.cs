using Catalog.Engine.Core.Consumers;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>Registers tables for analysts, when a database is configured.</summary>
internal static class SqlServices
{
    /// <summary>Facts are seen in the tables so long after they happened, and what the writing takes.</summary>
    private const int GatherMs = 250;

    /// <summary>Registers what shows and rebuilds the tables there are.</summary>
    public static IServiceCollection AddSql(this IServiceCollection services) => services
        .AddSingleton<SqlEndpoints>()
        .AddWorker<SqlWorker>();

    /// <summary>Keeps a system's tables up to date; nothing when no database is configured.</summary>
    public static IServiceCollection AddSqlTables<TTables>(
        this IServiceCollection services, IConfiguration configuration)
        where TTables : class, ISqlTables
    {
        if (!configuration.HasPostgres()) return services;
        var options = new ConsumerOptions { SaveEveryMs = GatherMs, MaxRetryMs = 5_000 };
        return services
            .AddSingleton<TTables>()
            .AddSingleton(static s => new SqlProjector(
                s.GetRequiredService<TTables>(),
                s.GetRequiredService<PostgresDatabase>(),
                () => s.GetRequiredService<EngineHost>().Engine.Storage.Journal,
                s.GetRequiredService<FolderId>().Text,
                s.GetRequiredService<ILogger<SqlProjector>>()))
            .AddSingleton(new ConsumerRegistration(
                static s => s.GetServices<SqlProjector>().First(static each => each.Tables is TTables), options));
    }
}
