using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Resp;

namespace Catalog.Shell.Leaderboards;

/// <summary>Leaderboards: sorted sets for clients of Redis.</summary>
public sealed class LeaderboardsSystem : ICatalogSystem
{
    /// <inheritdoc/>
    public string Name => "leaderboards";

    /// <inheritdoc/>
    public string Prefix => "/leaderboards";

    /// <inheritdoc/>
    public IReadOnlyList<ProblemCode> Problems => [];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddResp(configuration);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
    }

    /// <inheritdoc/>
    public Task StartAsync(IServiceProvider services, CancellationToken cancellation)
    {
        services.GetRequiredService<RespServer>().Listen();
        return Task.CompletedTask;
    }
}
