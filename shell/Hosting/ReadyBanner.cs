using Catalog.Shell.Auth;
using Catalog.Shell.Options;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Catalog.Shell.Hosting;

/// <summary>Says, once the server listens, where it is and how to sign in.</summary>
internal sealed partial class ReadyBanner(IServer server, CatalogOptions options, ILogger<ReadyBanner> log)
{
    public void Print()
    {
        foreach (string address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            Ready(log, address, address + "/api-docs");
        if (!options.Demo) return;
        foreach ((string email, string password, _, AccountRole role) in DemoAccounts.All)
            SignIn(log, email, password, Roles.NameOf(role));
    }

    [LoggerMessage(30, LogLevel.Information, "Ready on {Address}, API described on {Docs}")]
    private static partial void Ready(ILogger logger, string address, string docs);

    [LoggerMessage(31, LogLevel.Information, "Demo sign-in: {Email} / {Password} ({Role})")]
    private static partial void SignIn(ILogger logger, string email, string password, string role);
}
