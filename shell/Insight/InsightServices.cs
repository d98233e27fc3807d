using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;

namespace Catalog.Shell.Insight;

/// <summary>Registers what is asked about.</summary>
public static class InsightServices
{
    /// <summary>Registers what all systems share.</summary>
    public static IServiceCollection AddInsight(this IServiceCollection services) => services
        .AddSingleton<InsightRegistry>()
        .AddSingleton<InsightEndpoints>()
        .AddSingleton<ActivityEndpoints>();

    /// <summary>
    /// Makes a model's rollups known: below the system's prefix, and to alerts and exports. The model itself is
    /// registered with <see cref="EventServices"/>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="system">The system's name.</param>
    /// <param name="rollupsOf">The model's rollups.</param>
    public static IServiceCollection AddInsight<TProjection, TLabels>(
        this IServiceCollection services, string system, Func<TProjection, RollupSet> rollupsOf)
        where TProjection : IProjection
        where TLabels : class, IDimensionLabels => services
        .AddSingleton<TLabels>()
        .AddSingleton<IRollupSource>(s => new RollupSource<TProjection>(
            system,
            s.GetRequiredService<ProjectionView<TProjection>>(),
            rollupsOf,
            s.GetRequiredService<TLabels>(),
            s.GetRequiredService<ReadYourWrites>()));

    /// <summary>Makes known what everybody of a kind did so far, as a model's table says it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="spec">Whose acts they are.</param>
    /// <param name="tableOf">The model's table.</param>
    /// <param name="nameOf">What somebody is called, or null.</param>
    public static IServiceCollection AddActivity<TProjection>(
        this IServiceCollection services,
        ActivitySpec spec,
        Func<TProjection, ActivityTable> tableOf,
        Func<IServiceProvider, ulong, ValueTask<string?>> nameOf)
        where TProjection : IProjection => services
        .AddSingleton<IActivitySource>(s => new ActivitySource<TProjection>(
            spec,
            s.GetRequiredService<ProjectionView<TProjection>>(),
            tableOf,
            id => nameOf(s, id),
            s.GetRequiredService<ReadYourWrites>()));
}
