using Catalog.Shell.Cluster.Moving;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Exports;

/// <summary>Registers exports and reports.</summary>
public static class ExportServices
{
    /// <summary>Adds the machine, what writes files, and the endpoints.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services)
    {
        services.AddOptions<ExportOptions>().BindConfiguration(ExportOptions.Section)
            .ValidateDataAnnotations()
            .Validate(
                static options => options.MaxFileMegabytes <= options.MaxMegabytes,
                "Catalog:Exports:MaxFileMegabytes must not be larger than Catalog:Exports:MaxMegabytes.")
            .ValidateOnStart();
        return services
            .AddSingleton(static s => s.GetRequiredService<IOptions<ExportOptions>>().Value)
            .AddMachine(new ExportMachine())
            .AddSingleton<Exporter>()
            .AddSingleton<ExportSources>()
            .AddExportSource<RollupExport>()
            .AddSingleton<ExportFiles>()
            .AddSingleton<IFolderPart, ExportFilesMove>()
            .AddSingleton<ReportMailer>()
            .AddWorker<ExportRunner>()
            .AddSingleton<ExportEndpoints>()
            .AddSingleton<ReportEndpoints>();
    }

    /// <summary>Adds something that can be exported.</summary>
    public static IServiceCollection AddExportSource<TSource>(this IServiceCollection services)
        where TSource : class, IExportSource => services.AddSingleton<IExportSource, TSource>();

    /// <summary>Maps the endpoints.</summary>
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<ExportEndpoints>().Map(routes);
        routes.ServiceProvider.GetRequiredService<ReportEndpoints>().Map(routes);
    }
}
