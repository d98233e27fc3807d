using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Alerts;

/// <summary>Registers alerts.</summary>
public static class AlertServices
{
    /// <summary>Adds rules, what looks at them, what tells of alerts, and the endpoints.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddOptions<AlertOptions>().BindConfiguration(AlertOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(static s => s.GetRequiredService<IOptions<AlertOptions>>().Value)
            .AddMachine(new AlertMachine())
            .AddSingleton<AlertDesk>()
            .AddSingleton<WebhookSender>()
            .AddConsumer<AlertMailer>()
            .AddWorker<AlertEvaluator>()
            .AddWorker<AlertFeed>()
            .AddWorker<WebhookCourier>()
            .AddSingleton<AlertEndpoints>()
            .AddSingleton<AlertRuleEndpoints>()
            .AddSingleton<WebhookEndpoints>();
    }

    /// <summary>Maps the endpoints.</summary>
    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<AlertEndpoints>().Map(routes);
        routes.ServiceProvider.GetRequiredService<AlertRuleEndpoints>().Map(routes);
        routes.ServiceProvider.GetRequiredService<WebhookEndpoints>().Map(routes);
    }
}
