namespace Catalog.WsGateway.Auth;

/// <summary>Decides who a client is. With one registered, clients have to sign in. Must be thread-safe.</summary>
public interface IGatewayAuthenticator
{
    /// <summary>Takes a ticket, which is then spent.</summary>
    /// <returns>Who it is; null when the ticket is not good.</returns>
    ValueTask<GatewayIdentity?> AuthenticateAsync(GatewayCredentials credentials, CancellationToken cancel);

    /// <summary>Looks again at somebody whose time has run out.</summary>
    /// <returns>Who it is from now on; null when the connection shall end with 4401.</returns>
    ValueTask<GatewayIdentity?> RecheckAsync(GatewayIdentity identity, CancellationToken cancel) =>
        new((GatewayIdentity?)null);
}
