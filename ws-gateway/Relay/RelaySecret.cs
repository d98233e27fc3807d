namespace Catalog.WsGateway.Relay;

/// <summary>What a relay shows to be taken for one.</summary>
/// <param name="Secret">The secret both have.</param>
internal sealed record RelaySecret(string Secret);
