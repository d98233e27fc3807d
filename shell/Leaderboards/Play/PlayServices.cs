using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Shell.Events;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>Registers what is learned of players, and what says so.</summary>
internal static class PlayServices
{
    /// <summary>Registers the book, its training, the analyzer and the endpoints.</summary>
    public static IServiceCollection AddPlay(this IServiceCollection services)
    {
        services.AddOptions<PlayOptions>().BindConfiguration(PlayOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<PlayOptions>, PlayOptionsValidator>()
            .AddSingleton(static s => s.GetRequiredService<IOptions<PlayOptions>>().Value)
            .AddProjection(static s => BookOf(s.GetRequiredService<PlayOptions>()))
            .AddProjection<ReviewFigures>()
            .AddSingleton<PlayMeters>()
            .AddSingleton<PlaySource>()
            .AddSingleton<CaseRaiser>()
            .AddConsumer<CheatAnalyzer>()
            .AddWorker<PlayTrainer>()
            .AddSingleton<SkillEndpoints>()
            .AddSingleton<InsightWriter>()
            .AddSingleton<InsightEndpoints>()
            .AddSingleton<ProjectionEndpoints>()
            .AddSingleton<EvidenceReader>()
            .AddSingleton<ReviewEndpoints>();
    }

    /// <summary>Maps the endpoints.</summary>
    public static void MapPlay(this IEndpointRouteBuilder routes)
    {
        IServiceProvider services = routes.ServiceProvider;
        services.GetRequiredService<SkillEndpoints>().Map(routes);
        services.GetRequiredService<InsightEndpoints>().Map(routes);
        services.GetRequiredService<ProjectionEndpoints>().Map(routes);
        services.GetRequiredService<ReviewEndpoints>().Map(routes);
    }

    private static PlayBook BookOf(PlayOptions options) => new(new PlayBookOptions
    {
        Modes = GameModes.All.Count,
        MaxPlayers = options.MaxPlayers,
        MaxGames = options.MaxGames,
    });
}
