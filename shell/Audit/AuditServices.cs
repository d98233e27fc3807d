using Catalog.Shell.Events;
using Catalog.Shell.Exports;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Audit;

/// <summary>Registers the audit log, and marks what is recorded in it.</summary>
public static class AuditServices
{
    /// <summary>Adds the log, its endpoint and its export.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddMachine(new AuditMachine())
        .AddProjection<AuditDays>()
        .AddSingleton<AuditLog>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<AuditEndpoint>()
        .AddExportSource<AuditExport>();

    /// <summary>What this endpoint does is recorded: the one line an operator's endpoint needs.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="action">What it does, as in <c>movie.change</c>.</param>
    /// <param name="parameter">The part of the path that names the target; null for none.</param>
    public static IEndpointConventionBuilder Audited(
        this IEndpointConventionBuilder endpoint, string action, string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var audited = new AuditedAction(action, parameter);
        endpoint.Add(builder =>
        {
            AuditTrail trail = builder.ApplicationServices.GetRequiredService<AuditTrail>();
            RequestDelegate handler = builder.RequestDelegate!;
            builder.RequestDelegate = context => trail.RunAsync(context, audited, handler);
            builder.Metadata.Add(audited);
        });
        return endpoint;
    }
}
