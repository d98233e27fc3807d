using Microsoft.Extensions.Options;

namespace Catalog.Shell.Cluster.S3;

/// <summary>Registers the bucket, when one is configured.</summary>
public static class S3Services
{
    /// <summary>Registers the options, and the store when there is a bucket.</summary>
    public static IServiceCollection AddS3(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<S3Options>().BindConfiguration(S3Options.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<S3Options>, S3OptionsValidator>();
        services.AddSingleton(static s => s.GetRequiredService<IOptions<S3Options>>().Value);
        if (configuration.HasS3()) services.AddSingleton<S3BlobStore>();
        return services;
    }

    /// <summary>Whether the configuration names a bucket, for deciding what to register.</summary>
    internal static bool HasS3(this IConfiguration configuration) =>
        configuration.GetSection(S3Options.Section).Get<S3Options>() is { IsConfigured: true };
}
