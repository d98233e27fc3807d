using Catalog.Shell.Events;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Leaderboards.Boards;

/// <summary>Registers who tells caches.</summary>
internal static class BoardPurgeServices
{
    /// <summary>Registers options and worker.</summary>
    public static IServiceCollection AddBoardPurges(this IServiceCollection services)
    {
        services.AddOptions<BoardPurgeOptions>().BindConfiguration(BoardPurgeOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<BoardPurgeOptions>, BoardPurgeOptionsValidator>()
            .AddSingleton(static s => s.GetRequiredService<IOptions<BoardPurgeOptions>>().Value)
            .AddWorker<BoardPurges>();
    }
}
