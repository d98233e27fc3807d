using Catalog.Engine.Core.Consumers;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Cluster.Postgres;

/// <summary>Registers the database of a cluster.</summary>
public static class PostgresServices
{
    /// <summary>
    /// Registers the options and <see cref="PostgresDatabase"/>, which says itself whether one is configured.
    /// </summary>
    public static IServiceCollection AddPostgres(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PostgresOptions>().BindConfiguration(PostgresOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PostgresOptions>, PostgresOptionsValidator>();
        services.AddSingleton(static s => s.GetRequiredService<IOptions<PostgresOptions>>().Value);
        services.AddSingleton<PostgresDatabase>().AddSingleton<SharedSecrets>();
        services.AddHostedService<PostgresStart>();

        // Offsets are places in a journal, so they are kept where that is.
        if (OptionsOf(configuration).HasJournal) services.AddSingleton<IConsumerStore, PostgresConsumerStore>();
        return services;
    }

    /// <summary>Whether the configuration names a database, for deciding what to register.</summary>
    internal static bool HasPostgres(this IConfiguration configuration) => OptionsOf(configuration).IsConfigured;

    /// <summary>Whether the journal is to be kept there, for deciding what to register.</summary>
    internal static bool HasSharedJournal(this IConfiguration configuration) => OptionsOf(configuration).HasJournal;

    private static PostgresOptions OptionsOf(IConfiguration configuration) =>
        configuration.GetSection(PostgresOptions.Section).Get<PostgresOptions>() ?? new PostgresOptions();
}
