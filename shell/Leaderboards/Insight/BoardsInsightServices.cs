using Catalog.Engine.Leaderboards;
using Catalog.Shell.Events;
using Catalog.Shell.Insight;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>Registers what is asked about the boards.</summary>
public static class BoardsInsightServices
{
    private const string System = "leaderboards";

    /// <summary>Registers the model and its rollups.</summary>
    public static IServiceCollection AddBoardsInsight(this IServiceCollection services) => services
        .AddProjection<BoardsInsight>()
        .AddInsight<BoardsInsight, GameLabels>(System, static model => model.Rollups);
}
