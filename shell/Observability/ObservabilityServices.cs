using Catalog.Shell.Events;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Observability;

/// <summary>Registers what measures and what shows it.</summary>
public static class ObservabilityServices
{
    /// <summary>Adds measuring, <c>/metrics</c>, the system page, and sending to a collector.</summary>
    public static IServiceCollection AddObservability(this IServiceCollection services)
    {
        services.AddOptions<ObservabilityOptions>().BindConfiguration(ObservabilityOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(static s => s.GetRequiredService<IOptions<ObservabilityOptions>>().Value)
            .AddSingleton<SlowOperations>()
            .AddSingleton<HttpTimings>()
            .AddSingleton<EngineTimings>()
            .AddSingleton<MeterCollector>()
            .AddSingleton<MetricsText>()
            .AddSingleton<MetricsEndpoint>()
            .AddWorker<SystemSampler>()
            .AddSingleton<SystemReport>()
            .AddSingleton<SystemEndpoint>();
    }

    /// <summary>Measures every request from here on.</summary>
    public static void UseHttpTimings(this IApplicationBuilder app)
    {
        HttpTimings timings = app.ApplicationServices.GetRequiredService<HttpTimings>();
        app.Use(next => context => timings.InvokeAsync(context, next));
    }

    /// <summary>Maps the endpoints, and begins to listen to meters.</summary>
    public static void MapObservability(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<MetricsEndpoint>().Map(routes);
        routes.ServiceProvider.GetRequiredService<SystemEndpoint>().Map(routes);
    }
}
