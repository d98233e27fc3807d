using Catalog.WsGateway.Auth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Catalog.WsGateway.Relay;

/// <summary>Makes a program's gateway a relay.</summary>
public static class RelayHosting
{
    /// <summary>
    /// Has the program's gateway stand in front of another one, which lets relays in with
    /// <see cref="RelayDoor.AcceptRelays"/>. Its clients sign in there; nobody has to.
    /// </summary>
    /// <param name="services">Where the gateway is registered, too.</param>
    /// <param name="configure">Sets options; they are checked at start.</param>
    public static IServiceCollection AddCatalogRelay(
        this IServiceCollection services, Action<RelayOptions> configure)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<RelayOptions>, RelayOptionsValidator>();
        services.AddOptions<RelayOptions>().Configure(configure).ValidateOnStart();
        services.Configure<GatewayOptions>(static gateway => gateway.RequireSignIn = false);
        services.AddSingleton(static s => s.GetRequiredService<IOptions<RelayOptions>>().Value);
        services.AddSingleton<Relay>();
        services.AddSingleton<IGatewayAuthenticator>(static s => s.GetRequiredService<Relay>());
        services.AddHostedService<RelayService>();
        return services;
    }

    /// <summary>Whether the relay of a program has the gateway behind it.</summary>
    public static bool IsRelayUp(this IServiceProvider services) => services.GetRequiredService<Relay>().IsUp;
}
