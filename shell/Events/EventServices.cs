using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Projections;

namespace Catalog.Shell.Events;

/// <summary>Registers what lives on the journal's facts.</summary>
public static class EventServices
{
    /// <summary>Registers the host of consumers and models.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<EventHost>()
        .AddSingleton<ReadYourWrites>()
        .AddSingleton<OtherServers>()
        .AddSingleton<ConsumerEndpoints>();

    /// <summary>Runs a consumer of facts, on its own durable offset.</summary>
    public static IServiceCollection AddConsumer<TConsumer>(
        this IServiceCollection services, ConsumerOptions? options = null)
        where TConsumer : class, IEventConsumer => services
        .AddSingleton<TConsumer>()
        .AddSingleton(new ConsumerRegistration(static s => s.GetRequiredService<TConsumer>(), options));

    /// <summary>Runs a consumer of topics, on its own durable offset, or in a group when there is a broker.</summary>
    public static IServiceCollection AddBusConsumer<TConsumer>(
        this IServiceCollection services, ConsumerOptions? options = null)
        where TConsumer : class, IBusConsumer => services
        .AddSingleton<TConsumer>()
        .AddSingleton(new BusConsumerRegistration(static s => s.GetRequiredService<TConsumer>()))
        .AddSingleton(new ConsumerRegistration(
            static s => s.GetService<ExternalBus>() is null
                ? Subscribe<TConsumer>(s)
                : new ExternalSubscription(s.GetRequiredService<TConsumer>()),
            options));

    /// <summary>Runs a consumer of topics on the journal, whether or not there is a broker: what feeds one.</summary>
    public static IServiceCollection AddJournalBusConsumer<TConsumer>(this IServiceCollection services)
        where TConsumer : class, IBusConsumer => services
        .AddSingleton<TConsumer>()
        .AddSingleton(new ConsumerRegistration(static s => Subscribe<TConsumer>(s), null));

    /// <summary>Adds what turns a system's facts into events.</summary>
    public static IServiceCollection AddEventMapper<TMapper>(this IServiceCollection services)
        where TMapper : class, IEventMapper => services.AddSingleton<IEventMapper, TMapper>();

    /// <summary>
    /// Keeps a model of the facts; its <see cref="ProjectionView{TProjection}"/> can then be injected.
    /// </summary>
    public static IServiceCollection AddProjection<TProjection>(
        this IServiceCollection services, Func<IServiceProvider, TProjection> create)
        where TProjection : IProjection => services
        .AddSingleton(s => s.GetRequiredService<EventHost>().AddProjection(create(s)))
        .AddSingleton(new ProjectionRegistration(static s => s.GetRequiredService<ProjectionView<TProjection>>()));

    /// <summary>
    /// Keeps a model of the facts; its <see cref="ProjectionView{TProjection}"/> can then be injected.
    /// </summary>
    public static IServiceCollection AddProjection<TProjection>(this IServiceCollection services)
        where TProjection : IProjection, new() => services.AddProjection(static _ => new TProjection());

    /// <summary>Runs something beside the requests.</summary>
    public static IServiceCollection AddWorker<TWorker>(this IServiceCollection services)
        where TWorker : class, IWorker => services
        .AddSingleton<TWorker>()
        .AddSingleton<IWorker>(static s => s.GetRequiredService<TWorker>());

    private static BusSubscription Subscribe<TConsumer>(IServiceProvider services)
        where TConsumer : class, IBusConsumer =>
        new(services.GetRequiredService<TConsumer>(), services.GetServices<IEventMapper>());

    /// <summary>Runs the handler at the server that runs the consumer the path names.</summary>
    internal static IEndpointConventionBuilder RunsAtItsServer(
        this IEndpointConventionBuilder endpoint, OtherServers servers)
    {
        endpoint.Add(builder => builder.RequestDelegate = servers.Wrap(builder.RequestDelegate!));
        return endpoint;
    }
}
