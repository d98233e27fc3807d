using Catalog.Engine.Core.Consumers;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Alerts;

/// <summary>Registers alerts.</summary>
public static class AlertServices
{
    /// <summary>Half a minute of trying; then an operator decides.</summary>
    private static readonly ConsumerOptions WebhookRetries =
        new() { MaxAttempts = 6, FirstRetryMs = 500, MaxRetryMs = 15_000 };

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
            .AddConsumer<AlertWebhooks>(WebhookRetries)
            .AddWorker<AlertEvaluator>()
            .AddWorker<AlertFeed>()
            .AddSingleton<AlertEndpoints>()
            .AddSingleton<AlertRuleEndpoints>();
    }

    /// <summary>Maps the endpoints.</summary>
    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<AlertEndpoints>().Map(routes);
        routes.ServiceProvider.GetRequiredService<AlertRuleEndpoints>().Map(routes);
    }
}
