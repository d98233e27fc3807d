using Catalog.Engine.Leaderboards.Economy;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Shell.Events;
using Catalog.Shell.Exports;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>Registers what is asked about everybody who plays.</summary>
internal static class CrowdServices
{
    /// <summary>Registers the models, the purchases, the endpoints and the exports.</summary>
    public static IServiceCollection AddCrowd(this IServiceCollection services) => services
        .AddMachine(new PurchaseMachine())
        .AddProjection<EngagementBook>()
        .AddProjection<SpendingBook>()
        .AddSingleton<CrowdForecast>()
        .AddSingleton<ChurnSurvey>()
        .AddSingleton<EmergingSurvey>()
        .AddSingleton<EngagementEndpoints>()
        .AddSingleton<SkillCrowdEndpoint>()
        .AddSingleton<ChurnEndpoint>()
        .AddSingleton<EconomyEndpoints>()
        .AddExportSource<EngagementExport>()
        .AddExportSource<ChurnExport>();

    /// <summary>Maps the endpoints.</summary>
    public static void MapCrowd(this IEndpointRouteBuilder routes)
    {
        IServiceProvider services = routes.ServiceProvider;
        services.GetRequiredService<EngagementEndpoints>().Map(routes);
        services.GetRequiredService<SkillCrowdEndpoint>().Map(routes);
        services.GetRequiredService<ChurnEndpoint>().Map(routes);
        services.GetRequiredService<EconomyEndpoints>().Map(routes);
    }
}
