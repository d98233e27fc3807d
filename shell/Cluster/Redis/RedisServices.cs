using Catalog.Shell.Http.Caching;
using Catalog.Shell.Http.RateLimits;
using Catalog.Shell.Live;
using Catalog.Shell.Options;
using Catalog.WsGateway.Backplane;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Cluster.Redis;

/// <summary>Registers what nodes share through Redis, when one is configured.</summary>
public static class RedisServices
{
    /// <summary>Registers the options; the connection and what goes through it when there is one.</summary>
    public static IServiceCollection AddRedis(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RedisOptions>().BindConfiguration(RedisOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddSingleton(static s => s.GetRequiredService<IOptions<RedisOptions>>().Value);
        if (configuration.GetSection(RedisOptions.Section).Get<RedisOptions>() is not { IsConfigured: true })
            return services;
        services.TryAddSingleton<RedisConnection>();
        services.TryAddSingleton<RedisBackplane>();
        services.AddSingleton<IGatewayBackplane>(static s => s.GetRequiredService<RedisBackplane>());
        services.AddSingleton<ISharedQuotas>(static s => new RedisQuotas(
            s.GetRequiredService<RedisConnection>(),
            TimeSpan.FromMilliseconds(s.GetRequiredService<RedisOptions>().QuotaTimeoutMs)));
        services.AddSingleton<ISharedAnswers>(static s => new RedisAnswers(
            s.GetRequiredService<RedisConnection>(),
            TimeSpan.FromMilliseconds(s.GetRequiredService<RedisOptions>().CacheTimeoutMs)));
        return services.AddSingleton<ITicketStore>(static s =>
        {
            TimeProvider clock = s.GetRequiredService<TimeProvider>();
            var life = TimeSpan.FromSeconds(s.GetRequiredService<CatalogOptions>().Auth.TicketSeconds);
            return new RedisTickets(
                s.GetRequiredService<RedisConnection>(), new MemoryTickets(life, clock), life, clock);
        });
    }
}
