using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Bench.Gateway.Hosts;

/// <summary>SignalR with its JSON protocol and a group.</summary>
internal static class SignalRHost
{
    // Clients only listen while they are measured; nobody is to be taken for dead meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR(options =>
            (options.KeepAliveInterval, options.ClientTimeoutInterval) = (Patience, Patience));
        WebApplication app = builder.Build();
        app.MapHub<RoomHub>("/ws");
        return app;
    }
}
