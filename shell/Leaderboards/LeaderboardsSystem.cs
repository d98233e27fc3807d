using Catalog.Engine.Leaderboards;
using Catalog.Shell.Cluster.Sql;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Admin;
using Catalog.Shell.Leaderboards.Boards;
using Catalog.Shell.Leaderboards.Consumers;
using Catalog.Shell.Leaderboards.Contests;
using Catalog.Shell.Leaderboards.Crowd;
using Catalog.Shell.Leaderboards.Insight;
using Catalog.Shell.Leaderboards.Live;
using Catalog.Shell.Leaderboards.Play;
using Catalog.Shell.Leaderboards.Players;
using Catalog.Shell.Leaderboards.Resp;
using Catalog.Shell.Leaderboards.Scores;
using Catalog.Shell.Leaderboards.Sql;
using Catalog.Shell.Live;

namespace Catalog.Shell.Leaderboards;

/// <summary>
/// Leaderboards: scores, boards by window and region, events, tournaments, review; sorted sets for clients of Redis.
/// </summary>
public sealed class LeaderboardsSystem : ICatalogSystem
{
    /// <inheritdoc/>
    public string Name => "leaderboards";

    /// <inheritdoc/>
    public string Prefix => "/leaderboards";

    /// <inheritdoc/>
    public IReadOnlyList<ProblemCode> Problems => LeaderboardProblems.All;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddMachine(new LeaderboardMachine())
        .AddMachine(new PlayersMachine())
        .AddSingleton<LeaderboardClient>()
        .AddSingleton<LeaderboardLimits>()
        .AddSingleton<PlayerNames>()
        .AddSingleton<BoardAnswers>()
        .AddWorker<BoardSnapshots>()
        .AddBoardPurges()
        .AddWorker<LiveBoards>()
        .AddEventMapper<LeaderboardEventMapper>()
        .AddSingleton<SubmitEndpoint>()
        .AddSingleton<BatchGate>()
        .AddSingleton<SubmitBatchEndpoint>()
        .AddSingleton<BoardEndpoints>()
        .AddSingleton<PlayerEndpoints>()
        .AddSingleton<StandingEndpoints>()
        .AddSingleton<ContestEndpoints>()
        .AddSingleton<FlagEndpoints>()
        .AddSingleton<ModerationEndpoints>()
        .AddProjection<ScoreFigures>()
        .AddPlay()
        .AddSingleton<FiguresEndpoint>()
        .AddBoardsInsight()
        .AddSqlTables<LeaderboardSqlTables>(configuration)
        .AddCrowd()
        .AddSingleton<DemoScores>()
        .AddResp(configuration);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        IServiceProvider services = routes.ServiceProvider;
        services.GetRequiredService<SubmitEndpoint>().Map(routes);
        services.GetRequiredService<SubmitBatchEndpoint>().Map(routes);
        services.GetRequiredService<BoardEndpoints>().Map(routes);
        services.GetRequiredService<PlayerEndpoints>().Map(routes);
        services.GetRequiredService<StandingEndpoints>().Map(routes);
        services.GetRequiredService<ContestEndpoints>().Map(routes);
        services.GetRequiredService<FlagEndpoints>().Map(routes);
        services.GetRequiredService<ModerationEndpoints>().Map(routes);
        services.GetRequiredService<FiguresEndpoint>().Map(routes);
        routes.MapBoardsInsight();
        routes.MapPlay();
        routes.MapCrowd();
    }

    /// <inheritdoc/>
    public void MapLive(LiveRoutes live)
    {
        live.Services.GetRequiredService<LiveBoards>().Map(live);
        live.MapBoardsInsight();
    }

    /// <inheritdoc/>
    public async Task StartAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<DemoScores>().ImportAsync(cancellation);
        services.GetRequiredService<RespServer>().Listen();
    }
}
