namespace Catalog.WsGateway.Auth;

/// <summary>Who a client is.</summary>
/// <param name="UserId">The user, in the program's own terms.</param>
/// <param name="ExpiresAt">When it has to be checked again; null: never.</param>
/// <param name="Details">What else the program wants to know of it.</param>
public sealed record GatewayIdentity(string UserId, DateTimeOffset? ExpiresAt = null, object? Details = null);
