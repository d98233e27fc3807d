using Catalog.Shell.Http;
using Catalog.Shell.Options;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Hosting;

/// <summary>Carries the server's limits from the configuration to Kestrel and the host.</summary>
internal sealed class ServerOptions(CatalogOptions options)
    : IConfigureOptions<KestrelServerOptions>, IConfigureOptions<HostOptions>
{
    /// <summary>Room for one access token and what browsers send besides.</summary>
    private const int MaxHeaderBytes = 32 * 1024;

    public void Configure(KestrelServerOptions target)
    {
        KestrelServerLimits limits = target.Limits;
        target.AddServerHeader = false;
        limits.MaxRequestBodySize = RequestBody.DefaultMaxBytes;
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxConcurrentConnections = options.Http.MaxConnections;
        limits.MaxConcurrentUpgradedConnections = options.Http.MaxConnections;
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(options.Http.KeepAliveSeconds);
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(options.Http.HeadersTimeoutSeconds);
    }

    public void Configure(HostOptions target) =>
        target.ShutdownTimeout = TimeSpan.FromSeconds(options.Http.DrainSeconds);
}
