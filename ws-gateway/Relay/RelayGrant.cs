namespace Catalog.WsGateway.Relay;

/// <summary>What a relay gets for a client's ticket.</summary>
/// <param name="UserId">Who the client is.</param>
/// <param name="Token">What signs the client's own connection in, as often as there is one.</param>
/// <param name="ExpiresAt">When the token is no longer good.</param>
internal sealed record RelayGrant(string UserId, string Token, DateTimeOffset? ExpiresAt);
