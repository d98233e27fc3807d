namespace Catalog.WsGateway.Auth;

/// <summary>What a client shows to sign in.</summary>
/// <param name="Ticket">A short-lived, one-time ticket, from the query, the subprotocols or the first message.</param>
/// <param name="Request">The upgrade request, when signing in with it; null for a first message.</param>
public sealed record GatewayCredentials(string Ticket, Handshake.UpgradeRequest? Request);
