using System.Collections.Concurrent;
using Catalog.WsGateway.Auth;

namespace Catalog.Engine.Tests.Gateway.Auth;

/// <summary>Tickets that are good once, and users that are good until they are thrown out.</summary>
internal sealed class TicketBooth : IGatewayAuthenticator
{
    internal ConcurrentDictionary<string, GatewayIdentity> Tickets { get; } = new();

    internal ConcurrentDictionary<string, GatewayIdentity> Renewals { get; } = new();

    public ValueTask<GatewayIdentity?> AuthenticateAsync(GatewayCredentials credentials, CancellationToken cancel) =>
        new(Tickets.TryRemove(credentials.Ticket, out GatewayIdentity? identity) ? identity : null);

    public ValueTask<GatewayIdentity?> RecheckAsync(GatewayIdentity identity, CancellationToken cancel) =>
        new(Renewals.TryRemove(identity.UserId, out GatewayIdentity? renewed) ? renewed : null);
}
