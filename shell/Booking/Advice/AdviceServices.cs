using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Advice;

/// <summary>Registers what booking's models say.</summary>
internal static class AdviceServices
{
    /// <summary>Registers models and endpoints. Needs the models of the catalogue and of users' bookings.</summary>
    public static IServiceCollection AddBookingAdvice(this IServiceCollection services) => services
        .AddWorker<AdviceWorker>()
        .AddSingleton<AdviceSource>()
        .AddWorker<LowOccupancyAlerts>()
        .AddSingleton<RecommendationEndpoint>()
        .AddSingleton<PricingEndpoint>()
        .AddSingleton<AdviceEndpoints>();

    /// <summary>Maps the endpoints.</summary>
    public static void MapBookingAdvice(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<RecommendationEndpoint>().Map(routes);
        routes.ServiceProvider.GetRequiredService<PricingEndpoint>().Map(routes);
        routes.ServiceProvider.GetRequiredService<AdviceEndpoints>().Map(routes);
    }
}
