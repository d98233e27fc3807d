namespace Catalog.WsGateway.Handlers;

/// <summary>The answer to signing in.</summary>
/// <param name="UserId">Who the client is.</param>
internal sealed record SignedIn(string UserId);
