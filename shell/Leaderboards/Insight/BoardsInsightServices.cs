using Catalog.Engine.Leaderboards;
using Catalog.Shell.Events;
using Catalog.Shell.Exports;
using Catalog.Shell.Insight;
using Catalog.Shell.Live;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>Registers what is asked about the boards.</summary>
public static class BoardsInsightServices
{
    private const string System = "leaderboards";

    /// <summary>Registers the model, its rollups, what is told live, alerts and exports.</summary>
    public static IServiceCollection AddBoardsInsight(this IServiceCollection services) => services
        .AddProjection<BoardsInsight>()
        .AddInsight<BoardsInsight, GameLabels>(System, static model => model.Rollups)
        .AddSingleton<GameHealth>()
        .AddSingleton<SeasonOutlook>()
        .AddSingleton<PulseReader>()
        .AddSingleton<GameInsightEndpoints>()
        .AddWorker<PulseFeed>()
        .AddWorker<GameAlerts>()
        .AddExportSource<BoardExport>()
        .AddExportSource<HealthExport>()
        .AddExportSource<TopHistoryExport>();

    /// <summary>Maps the endpoints.</summary>
    public static void MapBoardsInsight(this IEndpointRouteBuilder routes) =>
        routes.ServiceProvider.GetRequiredService<GameInsightEndpoints>().Map(routes);

    /// <summary>Registers the topic.</summary>
    public static void MapBoardsInsight(this LiveRoutes live) =>
        live.Services.GetRequiredService<PulseFeed>().Map(live);
}
