using Catalog.Shell.Ai;
using Catalog.Shell.Alerts;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Cluster.Blobs;
using Catalog.Shell.Cluster.Kafka;
using Catalog.Shell.Cluster.Nodes;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Redis;
using Catalog.Shell.Cluster.S3;
using Catalog.Shell.Cluster.Sql;
using Catalog.Shell.Events;
using Catalog.Shell.Exports;
using Catalog.Shell.Http;
using Catalog.Shell.Http.Caching;
using Catalog.Shell.Http.OpenApi;
using Catalog.Shell.Http.RateLimits;
using Catalog.Shell.Insight;
using Catalog.Shell.Live;
using Catalog.Shell.Mail;
using Catalog.Shell.Observability;
using Catalog.Shell.Options;
using Catalog.Shell.Web;
using Catalog.WsGateway.Hosting;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Hosting;

/// <summary>Puts the server together.</summary>
public static class CatalogHosting
{
    /// <summary>
    /// What holds unless configured otherwise. The framework's request log is off: it would make an activity and a log
    /// scope for every request, and <see cref="HttpConventions"/> logs what fails.
    /// </summary>
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Urls"] = "http://localhost:8080",
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "None",
    };

    /// <summary>Registers everything: options, engine, accounts, the systems, the HTTP server.</summary>
    public static WebApplicationBuilder AddCatalog(
        this WebApplicationBuilder builder, IReadOnlyList<ICatalogSystem> systems)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        IServiceCollection services = builder.Services;
        services.AddOptions<CatalogOptions>().BindConfiguration(CatalogOptions.Section);
        services.AddSingleton<IValidateOptions<CatalogOptions>, CatalogOptionsValidator>();
        services.AddSingleton(static s => s.GetRequiredService<IOptions<CatalogOptions>>().Value);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static _ => WebFiles.Read(Path.Combine(AppContext.BaseDirectory, "web")));
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<EngineHost>().AddSingleton<FolderId>().AddSingleton<Health>().AddSingleton<ReadyBanner>();
        services.AddSingleton<ProblemCatalogue>().AddSingleton<RateLimitFactory>();
        services.AddAi();
        services.AddEvents();
        services.AddInsight();
        services.AddObservability();
        services.AddMail();
        services.AddExports();
        services.AddAudit();
        services.AddAlerts();
        services.AddPostgres(builder.Configuration);
        services.AddS3(builder.Configuration);
        services.AddBlobs(builder.Configuration);
        services.AddSql();
        services.AddCluster(builder.Configuration);
        services.AddKafka(builder.Configuration);
        services.AddRedis(builder.Configuration);
        services.AddAccounts();
        services.AddApiDescription();
        foreach (ICatalogSystem system in systems)
        {
            services.AddSingleton(system);
            system.AddServices(services, builder.Configuration);
        }

        services.ConfigureOptions<ServerOptions>();
        services.AddHostedService<Startup>();
        services.AddHostedService<Telemetry>();

        // Behind the start, and so stopped before the engine is.
        services.AddLive();
        builder.WebHost.UseCatalogGateway(LiveGateway.Path);
        return builder;
    }

    /// <summary>Maps everything.</summary>
    public static WebApplication UseCatalog(this WebApplication app)
    {
        app.UseHttpTimings();
        app.UseMiddleware<HttpConventions>();
        app.UseRouting();
        app.UseMiddleware<WebApp>();
        app.Services.GetRequiredService<Health>().Map(app);
        app.Services.GetRequiredService<ProblemCatalogue>().Map(app);
        app.MapApiDescription();
        AuthEndpoints auth = app.Services.GetRequiredService<AuthEndpoints>();
        auth.Map(app);
        app.Services.GetRequiredService<DemoEndpoint>().Map(app);
        app.Services.GetRequiredService<ConsumerEndpoints>().Map(app);
        app.MapObservability();
        app.Services.GetRequiredService<ClusterEndpoint>().Map(app);
        app.MapExports();
        app.Services.GetRequiredService<AuditEndpoint>().Map(app);
        app.Services.GetRequiredService<SqlEndpoints>().Map(app);
        app.MapAlerts();
        InsightEndpoints insight = app.Services.GetRequiredService<InsightEndpoints>();
        ActivityEndpoints activity = app.Services.GetRequiredService<ActivityEndpoints>();
        foreach (ICatalogSystem system in app.Services.GetServices<ICatalogSystem>())
        {
            RouteGroupBuilder routes = app.MapGroup(system.Prefix);
            auth.Map(routes.MapGroup("").ExcludeFromDescription());
            system.Map(routes);
            insight.Map(routes, system.Name);
            activity.Map(routes, system.Name);
        }

        app.Services.GetRequiredService<LiveGateway>().Map(app);
        ReadyBanner banner = app.Services.GetRequiredService<ReadyBanner>();
        app.Lifetime.ApplicationStarted.Register(banner.Print);
        return app;
    }

    /// <summary>Runs until told to stop.</summary>
    /// <returns>
    /// The process's exit code: 0, or 1 when it could not start, and then the reason stands on stderr.
    /// </returns>
    public static async Task<int> RunCatalogAsync(this WebApplicationBuilder builder)
    {
        try
        {
            await using WebApplication app = builder.Build();
            await app.UseCatalog().RunAsync();
            return 0;
        }
        catch (OptionsValidationException e)
        {
            foreach (string failure in e.Failures) await Console.Error.WriteLineAsync("Configuration: " + failure);
            return 1;
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync("Cannot start: " + e.Message);
            return 1;
        }
    }
}
